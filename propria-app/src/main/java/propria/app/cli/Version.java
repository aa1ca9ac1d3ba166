package propria.app.cli;

import java.util.Optional;

/// The version of this build.
final class Version {

    private Version() {
    }

    /// As the build wrote it into the jar; `development` when run from classes.
    static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("development");
    }
}
