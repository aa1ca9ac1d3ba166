/// The entry point of the application.
@NullMarked
package propria.app;

import org.jspecify.annotations.NullMarked;
