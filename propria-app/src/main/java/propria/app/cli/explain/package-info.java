/// What `propria explain NAME` knows: [propria.app.cli.explain.ModelIndex] finds what a name means in a model and what
/// touches it, [propria.app.cli.explain.QuantityText] writes it out with values, units, sources and places,
/// [propria.app.cli.explain.LibraryText] does the same for products, observables, studies and sources.
@NullMarked
package propria.app.cli.explain;

import org.jspecify.annotations.NullMarked;
