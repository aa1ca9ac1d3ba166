package propria.bench.sbscl;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The classes of SBSCL.
public final class SbsclLibrary {

    static final String PROPERTY = "propria.bench.sbscl";

    private final ClassLoader loader;

    private SbsclLibrary(ClassLoader loader) {
        this.loader = loader;
    }

    /// The library that the system property names: folders of classes or of jars, and jars, as in a class path. Empty where
    /// it is not set.
    ///
    /// @throws SbsclFailure if it is set and the library is not there
    public static Optional<SbsclLibrary> find() {
        String path = System.getProperty(PROPERTY, "");
        if (path.isEmpty()) {
            return Optional.empty();
        }
        List<URL> urls = new ArrayList<>();
        for (String part : path.split(File.pathSeparator)) {
            add(Path.of(part), urls);
        }
        SbsclLibrary library = new SbsclLibrary(
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()));
        library.type("org.simulator.sbml.SBMLinterpreter");
        return Optional.of(library);
    }

    private static void add(Path place, List<URL> urls) {
        try {
            urls.add(place.toUri().toURL());
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.list(place)) {
                    for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                        urls.add(jar.toUri().toURL());
                    }
                }
            }
        } catch (MalformedURLException e) {
            throw new SbsclFailure(place + " is no place of classes", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Class<?> type(String name) {
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new SbsclFailure("SBSCL has no " + name, e);
        }
    }

    /// A new object of a class of SBSCL.
    Object make(String name, Class<?>[] types, Object... arguments) {
        return reflect(() -> type(name).getConstructor(types).newInstance(arguments));
    }

    static Object call(Object target, String method, Class<?>[] types, Object... arguments) {
        return reflect(() -> target.getClass().getMethod(method, types).invoke(target, arguments));
    }

    private interface Reflection {
        Object run() throws ReflectiveOperationException;
    }

    private static Object reflect(Reflection action) {
        try {
            return action.run();
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new SbsclFailure("SBSCL: " + cause.getClass().getSimpleName() + " " + cause.getMessage(), cause);
        } catch (ReflectiveOperationException e) {
            throw new SbsclFailure("SBSCL is not as expected: " + e.getMessage(), e);
        }
    }
}
