package propria.study;

/// A way in which a product is given.
///
/// @param id the word in study files, such as `intravenous`
/// @param name how a report says it
/// @param cdisc the term of CDISC controlled terminology (ROUTE)
public record Route(String id, String name, String cdisc) {
}
