package propria.app.studio;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import propria.app.studio.answer.ModelCache;
import propria.app.studio.job.Jobs;
import propria.app.studio.workspace.Confinement;
import propria.app.studio.workspace.Protocol;
import propria.app.studio.workspace.Versions;
import propria.app.studio.workspace.Workspace;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;

/// What all routes share.
///
/// @param histories one an open study, so that changes from two tabs come one after the other
record Laboratory(Workspace workspace, Library library, Jobs jobs, ModelCache models, Map<Path, Versions> histories) {

    Laboratory(Workspace workspace, Library library, Jobs jobs) {
        this(workspace, library, jobs, new ModelCache(), new ConcurrentHashMap<>());
    }

    /// A study of the workspace, read anew.
    Study study(String name) {
        Path folder = workspace.existingStudy(name);
        Confinement.check(folder);
        return StudyFile.read(folder, library);
    }

    Versions versions(String name) {
        return histories.computeIfAbsent(workspace.existingStudy(name), folder -> new Versions(
                folder.resolve("study.yaml"), workspace.own().resolve("versions").resolve(name)));
    }

    Protocol protocol(String name) {
        return new Protocol(workspace.existingStudy(name));
    }

    /// The folder of a finished run.
    Path run(String name) {
        return workspace.run(name);
    }

    static int threads() {
        return Runtime.getRuntime().availableProcessors();
    }
}
