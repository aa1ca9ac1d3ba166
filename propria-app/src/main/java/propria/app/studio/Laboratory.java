package propria.app.studio;

import java.nio.file.Path;
import propria.app.studio.answer.ModelCache;
import propria.app.studio.job.Jobs;
import propria.app.studio.workspace.Protocol;
import propria.app.studio.workspace.Versions;
import propria.app.studio.workspace.Workspace;
import propria.study.Study;
import propria.study.file.StudyFile;
import propria.study.library.Library;

/// What all routes share.
record Laboratory(Workspace workspace, Library library, Jobs jobs, ModelCache models) {

    /// A study of the workspace, read anew.
    Study study(String name) {
        return StudyFile.read(workspace.existingStudy(name), library);
    }

    Versions versions(String name) {
        return new Versions(workspace.existingStudy(name).resolve("study.yaml"),
                workspace.own().resolve("versions").resolve(name));
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
