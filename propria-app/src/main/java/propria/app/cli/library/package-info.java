/// Where what ships is found: [propria.app.cli.library.LibraryFolder] the library and what is in it,
/// [propria.app.cli.library.ProblemCatalogue] the explanations of error codes, a table a module. Nothing is searched on
/// the class path, so that starting is quick.
@NullMarked
package propria.app.cli.library;

import org.jspecify.annotations.NullMarked;
