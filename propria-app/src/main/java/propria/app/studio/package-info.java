/// The laboratory in a browser. [propria.app.studio.StudioServer] answers on the loopback interface alone: pages built from
/// `src/main/studio`, and JSON under `/api`. [propria.app.studio.Gate] lets in only the browser that was given the token.
/// What a study is, runs and reports are the same as on the command line: the files in the workspace are the only state.
@NullMarked
package propria.app.studio;

import org.jspecify.annotations.NullMarked;
