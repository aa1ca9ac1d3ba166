/// What each number rests on. A [propria.evidence.Source] is one file of `library/evidence`: a paper, a data set or a
/// piece of code, with what journals have said about it ([propria.evidence.Integrity]) and the single statements taken
/// from it ([propria.evidence.Claim]). [propria.evidence.EvidenceLibrary] reads them all and finds a source by DOI, PMID,
/// PMCID, address or key; [propria.evidence.ModelEvidence] asks, for each number of a model, what it stands on.
///
/// To add a source, add a file (see `library/evidence/README.md`); no Java changes.
@NullMarked
package propria.evidence;

import org.jspecify.annotations.NullMarked;
