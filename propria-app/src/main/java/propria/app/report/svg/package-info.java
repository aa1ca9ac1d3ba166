/// Drawing: [propria.app.report.svg.Svg] writes shapes, [propria.app.report.svg.Scale] maps values to positions,
/// [propria.app.report.svg.Marker] holds the shapes that tell arms apart without colour, and
/// [propria.app.report.svg.Labels] keeps labels from covering one another. Nothing here knows what a run is; colours
/// live in the style sheet of the page, under the class names that callers give.
@NullMarked
package propria.app.report.svg;

import org.jspecify.annotations.NullMarked;
