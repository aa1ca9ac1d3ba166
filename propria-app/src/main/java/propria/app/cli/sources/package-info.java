/// What `propria sources` does, one class an action: show, import, propose, status, refresh, bibtex. Nothing here asks the
/// network: an import or a refresh reads files that the user has downloaded.
@NullMarked
package propria.app.cli.sources;

import org.jspecify.annotations.NullMarked;
