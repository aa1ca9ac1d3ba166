/// Model files and experiments by what they are: [propria.app.files.ModelText] is one model as Antimony or SBML,
/// [propria.app.files.ExperimentFile] opens SED-ML beside its models or within a COMBINE archive.
@NullMarked
package propria.app.files;

import org.jspecify.annotations.NullMarked;
