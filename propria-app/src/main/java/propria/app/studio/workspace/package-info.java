/// The folder in which a person works: `studies/NAME/study.yaml`, `runs/NAME`, and `.studio`, which keeps every version of
/// every study. [propria.app.studio.workspace.Workspace] confines names to it, [propria.app.studio.workspace.Versions] undoes.
@NullMarked
package propria.app.studio.workspace;

import org.jspecify.annotations.NullMarked;
