package propria.study.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import propria.study.Arm;
import propria.study.Observable;
import propria.study.Phase;
import propria.study.library.Library;

/// The files of the library that a study rests on, its model and evidence aside.
final class InputFiles {

    private final Library library;

    InputFiles(Library library) {
        this.library = library;
    }

    Collection<Path> of(List<Arm> arms, List<Observable> observables, List<Phase> phases) {
        SortedSet<Path> files = new TreeSet<>();
        for (Arm arm : arms) {
            files.add(library.file("populations", arm.population().id()));
            files.add(library.file("species", arm.population().species()));
            arm.regimens().forEach(r -> files.add(library.file("products", r.product().id())));
        }
        observables.forEach(o -> files.add(library.file("observables", o.id())));
        phases.forEach(p -> p.exposures().forEach(e -> files.add(library.file("insults", e.insult().id()))));
        files.add(library.root().resolve("routes.yaml"));
        files.removeIf(file -> !Files.isRegularFile(file));
        return files;
    }
}
