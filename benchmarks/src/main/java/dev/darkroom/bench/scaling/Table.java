package dev.darkroom.bench.scaling;

/**
 * A table of a Markdown document, between two comments that name it.
 *
 * @param markdown its lines, each with its line end
 */
record Table(String name, String markdown) {
  /** Returns a document with this table in its place. */
  String in(String document) {
    String start = "<!-- table: " + name + " -->\n\n";
    int from = document.indexOf(start);
    int to = document.indexOf("\n<!-- end -->", from);
    if (from < 0 || to < 0) {
      throw new IllegalArgumentException("the document has no place for the table " + name);
    }
    return document.substring(0, from + start.length()) + markdown + document.substring(to);
  }
}
