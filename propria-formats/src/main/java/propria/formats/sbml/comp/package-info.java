/// The package comp: a model made of submodels becomes flat (Smith et al. 2013, SBML Level 3 Package: Hierarchical Model
/// Composition, Version 1 Release 3).
///
/// [propria.formats.sbml.comp.Definitions] finds the model that a submodel names, also in another file beside;
/// [propria.formats.sbml.comp.Instance] is one use of a model; [propria.formats.sbml.comp.Replacements] carries out
/// deletions and decides what stands for what; [propria.formats.sbml.comp.Renaming] rewrites names and formulas, with
/// the conversions of time, extent and replaced values; [propria.formats.sbml.comp.CompFlattener] puts the parts
/// together.
@NullMarked
package propria.formats.sbml.comp;

import org.jspecify.annotations.NullMarked;
