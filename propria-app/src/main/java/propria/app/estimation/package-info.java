/// What estimation comes to, as a folder: tables, pictures, a page that shows both, and the problem again at its best.
@NullMarked
package propria.app.estimation;

import org.jspecify.annotations.NullMarked;
