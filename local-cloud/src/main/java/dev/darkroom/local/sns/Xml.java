package dev.darkroom.local.sns;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML element of an answer in the AWS Query protocol. */
sealed interface Xml {

  String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

  record Leaf(String name, String text) implements Xml {}

  record Branch(String name, List<Xml> children) implements Xml {}

  static Xml of(String name, String text) {
    return new Leaf(name, text);
  }

  static Xml of(String name, List<Xml> children) {
    return new Branch(name, children);
  }

  static Xml of(String name, Xml... children) {
    return new Branch(name, List.of(children));
  }

  /** An element with a map, as entries of key and value. */
  static Xml of(String name, Map<String, String> entries) {
    return of(
        name,
        entries.entrySet().stream()
            .map(e -> of("entry", of("key", e.getKey()), of("value", e.getValue())))
            .toList());
  }

  /** Writes a document with this element as its root, in SNS's namespace. */
  default String document() {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      write(xml, true);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return out.toString();
  }

  private void write(XMLStreamWriter xml, boolean root) throws XMLStreamException {
    switch (this) {
      case Leaf(String name, String text) -> {
        xml.writeStartElement(name);
        xml.writeCharacters(legal(text));
      }
      case Branch(String name, List<Xml> children) -> {
        xml.writeStartElement(name);
        if (root) {
          xml.writeDefaultNamespace(NAMESPACE);
        }
        for (Xml child : children) {
          child.write(xml, false);
        }
      }
    }
    xml.writeEndElement();
  }

  /** Replaces characters that XML 1.0 excludes even in escaped form (section 2.2). */
  private static String legal(String text) {
    return text.replaceAll(
        "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
  }
}
