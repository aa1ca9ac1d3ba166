/// Claims that people propose: [propria.evidence.proposal.ProposalTable] reads them,
/// [propria.evidence.proposal.ProposalChecks] looks at each (one class a check), and
/// [propria.evidence.proposal.ReviewQueue] writes them with what the checks found into a table in which a named person
/// accepts or refuses. Nothing goes from there into the library by itself.
@NullMarked
package propria.evidence.proposal;

import org.jspecify.annotations.NullMarked;
