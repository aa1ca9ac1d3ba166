/// From syntax trees to one flat model: files are loaded with their imports, instances of sub-models laid out as a tree,
/// names that mean one thing joined, all facts about a symbol gathered, and the model built. An outer scope overrides an
/// inner one; two definitions in one scope are an error, since in Antimony the later would silently win.
@NullMarked
package propria.formats.antimony.flatten;

import org.jspecify.annotations.NullMarked;
