package propria.bench.sundials;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import propria.bench.ccode.CModel;
import propria.formats.hash.Hash;
import propria.model.problem.Problem;
import propria.model.problem.ProblemException;

/// A C compiler with SUNDIALS. Shared objects are kept in a folder under the hash of all that they are made of.
public final class Toolchain {

    /// Errno and traps are the two promises of C that cost speed and that neither we nor the models make use of; sums and
    /// products keep their order.
    private static final List<String> FLAGS = List.of("-O3", "-march=native", "-fno-math-errno", "-fno-trapping-math",
            "-std=gnu11", "-w", "-shared", "-fPIC");
    /// Where distributions put the headers of KLU.
    private static final String KLU_HEADERS = "-I/usr/include/suitesparse";
    private static final List<String> LIBRARIES = List.of("-lsundials_nvecserial",
            "-lsundials_sunlinsolklu", "-lsundials_sunlinsoldense", "-lsundials_sunmatrixdense",
            "-lsundials_sunmatrixsparse", "-lklu", "-lm");
    /// A compilation that takes longer is ended [s].
    private static final int LONGEST = 120;
    /// Digits of a hash that name a library.
    private static final int NAME = 24;
    private static final String VERSION_PROGRAM = """
            #include <stdio.h>
            #include <sundials/sundials_config.h>
            #include <sunlinsol/sunlinsol_klu.h>
            int main(void) { printf("%s", SUNDIALS_VERSION); return 0; }
            """;

    private final Path cache;
    private final String compiler;
    private final String version;
    private final String sundials;

    private Toolchain(Path cache, String compiler, String version, String sundials) {
        this.cache = cache;
        this.compiler = compiler;
        this.version = version;
        this.sundials = sundials;
    }

    /// Finds the compiler that `CC` names, else `cc`, and SUNDIALS.
    ///
    /// @param cache a folder for shared objects, made if missing
    /// @throws ProblemException X101 without a compiler, X102 without SUNDIALS
    public static Toolchain find(Path cache) {
        String compiler = System.getenv().getOrDefault("CC", "cc");
        try {
            Files.createDirectories(cache);
            String version = run(List.of(compiler, "--version"), cache).lines().findFirst().orElse("");
            return new Toolchain(cache, compiler, version, sundials(compiler, cache));
        } catch (IOException e) {
            throw new ProblemException(Problem.error("X101", "there is no C compiler `" + compiler + "`",
                    "comparisons with CVODE need one", "install one (Debian: apt install gcc), or set CC"));
        }
    }

    private static String sundials(String compiler, Path cache) throws IOException {
        Path source = Files.createTempFile(cache, "version", ".c");
        Path program = Files.createTempFile(cache, "version", ".out");
        try {
            Files.writeString(source, VERSION_PROGRAM);
            run(List.of(compiler, KLU_HEADERS, source.toString(), "-o", program.toString()), cache);
            return run(List.of(program.toString()), cache).strip();
        } catch (CommandFailed e) {
            throw new ProblemException(Problem.error("X102", "SUNDIALS was not found",
                    "comparisons with CVODE need its headers and libraries: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    "install it (Debian: apt install libsundials-dev libsuitesparse-dev)"));
        } finally {
            Files.deleteIfExists(source);
            Files.deleteIfExists(program);
        }
    }

    /// What is used, for reports.
    public String description() {
        return "SUNDIALS " + sundials + ", " + version + ", " + String.join(" ", FLAGS.subList(0, 4));
    }

    /// Makes a library of a model.
    ///
    /// @throws ProblemException X103 if the compiler refuses the generated text
    public CvodeLibrary compile(CModel model) {
        String driver = resource("driver.c");
        String functions = resource("functions.h");
        Path object = cache
                .resolve(Hash.of(model.source() + driver + functions + String.join(" ", FLAGS) + version + sundials)
                        .substring(0, NAME) + ".so");
        if (!Files.exists(object)) {
            build(model, driver, functions, object);
        }
        return new CvodeLibrary(object, model);
    }

    private void build(CModel model, String driver, String functions, Path object) {
        try {
            Path folder = Files.createTempDirectory(cache, "build");
            Files.writeString(folder.resolve("model.h"), model.source());
            Files.writeString(folder.resolve("functions.h"), functions);
            Files.writeString(folder.resolve("driver.c"), driver);
            List<String> command = new ArrayList<>(List.of(compiler));
            command.addAll(FLAGS);
            command.addAll(List.of(KLU_HEADERS, "driver.c", "-o", "model.so"));
            command.add(model.directions() > 0 ? "-lsundials_cvodes" : "-lsundials_cvode");
            command.addAll(LIBRARIES);
            run(command, folder);
            Files.move(folder.resolve("model.so"), object, StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            for (String name : List.of("model.h", "functions.h", "driver.c")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        } catch (CommandFailed e) {
            throw new ProblemException(Problem.error("X103", "the C compiler refused generated code",
                    String.valueOf(e.getMessage()), "report this with the model"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class CommandFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CommandFailed(String message) {
            super(message);
        }
    }

    private static String run(List<String> command, Path folder) throws IOException {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        var _ = process.onExit().orTimeout(LONGEST, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly());
        try (InputStream stream = process.getInputStream()) {
            String said = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new CommandFailed(said);
            }
            return said;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }

    private static String resource(String name) {
        try (InputStream stream = Toolchain.class.getResourceAsStream("/propria/bench/sundials/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("resource " + name + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
