/// The little linear algebra that estimation needs: dense, symmetric, small. No package but those of this module sees it.
@NullMarked
package propria.inference.matrix;

import org.jspecify.annotations.NullMarked;
