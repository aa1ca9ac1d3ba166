/// Comments, kept from text to text: [propria.formats.antimony.comment.Comments].
@NullMarked
package propria.formats.antimony.comment;

import org.jspecify.annotations.NullMarked;
