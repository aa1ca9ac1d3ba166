/// What Antimony text says, as records that know their place: [propria.formats.antimony.tree.Statement],
/// [propria.formats.antimony.tree.Formula] and [propria.formats.antimony.tree.SourceFile]. Names are not looked up here.
@NullMarked
package propria.formats.antimony.tree;

import org.jspecify.annotations.NullMarked;
