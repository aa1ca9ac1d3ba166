package propria.formats.sbml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Threads that read and write SBML at the same time, from the very first document on: JSBML finds its parsers at its
/// first use and is not made for two that come at once. Each round has classes of its own, so that each is a first one.
class TogetherTest {

    private static final int ROUNDS = 12;
    private static final int THREADS = 4;
    private static final String DOCUMENT = """
            <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
              <model id="decay" timeUnits="second">
                <listOfCompartments><compartment id="c" size="1" constant="true"/></listOfCompartments>
                <listOfSpecies><species id="S" compartment="c" initialAmount="1" hasOnlySubstanceUnits="true"
                  boundaryCondition="false" constant="false"/></listOfSpecies>
                <listOfReactions><reaction id="r" reversible="false">
                  <listOfReactants><speciesReference species="S" stoichiometry="1" constant="true"/></listOfReactants>
                  <kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML"><ci>S</ci></math></kineticLaw>
                </reaction></listOfReactions>
              </model>
            </sbml>
            """;

    @Test
    void first_documents_may_be_read_and_written_at_the_same_time() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int round = 0; round < ROUNDS; round++) {
                try (URLClassLoader fresh = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
                    assertThat(texts(threads, fresh)).as("round %d", round).hasSize(THREADS)
                            .allMatch(text -> text.contains("<reaction id=\"r\""));
                }
            }
        }
    }

    private static List<String> texts(ExecutorService threads, ClassLoader fresh)
            throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Callable<String>> tasks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            tasks.add(() -> {
                Class<?> reader = fresh.loadClass(SbmlReader.class.getName());
                Class<?> model = fresh.loadClass(propria.model.Model.class.getName());
                Class<?> writer = fresh.loadClass(SbmlWriter.class.getName());
                start.await();
                Object read = reader.getMethod("readText", String.class, String.class).invoke(null, DOCUMENT, "d.xml");
                return (String) writer.getMethod("write", model).invoke(null, read);
            });
        }
        List<String> texts = new ArrayList<>();
        for (Future<String> future : threads.invokeAll(tasks)) {
            texts.add(future.get());
        }
        return texts;
    }

    private static URL[] classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(Pattern.quote(File.pathSeparator))).map(entry -> {
            try {
                return Path.of(entry).toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalStateException(entry, e);
            }
        }).toArray(URL[]::new);
    }
}
