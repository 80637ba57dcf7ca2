package dev.darkroom.local.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads and writes the document of PutBucketNotificationConfiguration (S3 API reference). */
final class NotificationXml {
  private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

  private NotificationXml() {}

  static List<NotificationRule> read(byte[] document) throws BadConfiguration {
    var rules = new ArrayList<NotificationRule>();
    for (var element : children(parse(document)).toList()) {
      if (!element.getLocalName().equals("QueueConfiguration")) {
        throw new BadConfiguration(
            "NotImplemented", "Only queues can be notified, not " + element.getLocalName());
      }
      rules.add(rule(element));
    }
    return rules;
  }

  static String write(List<NotificationRule> rules) throws XMLStreamException {
    var text = new StringWriter();
    var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    xml.writeStartDocument();
    xml.writeStartElement("NotificationConfiguration");
    xml.writeDefaultNamespace(NAMESPACE);
    for (var rule : rules) {
      write(xml, rule);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return text.toString();
  }

  private static Element parse(byte[] document) throws BadConfiguration {
    try {
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(document)).getDocumentElement();
    } catch (SAXException | IOException e) {
      throw new BadConfiguration("MalformedXML", "The XML you provided was not well-formed");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static NotificationRule rule(Element configuration) throws BadConfiguration {
    var events = texts(configuration, "Event");
    var queues = texts(configuration, "Queue");
    if (events.isEmpty() || queues.size() != 1) {
      throw new BadConfiguration(
          "MalformedXML", "A queue configuration names one queue and at least one event");
    }
    var id = texts(configuration, "Id").stream().findFirst().orElse(UUID.randomUUID().toString());
    return new NotificationRule(
        id,
        queues.getFirst(),
        events,
        filter(configuration, "prefix"),
        filter(configuration, "suffix"));
  }

  private static String filter(Element configuration, String name) {
    return children(configuration)
        .filter(child -> child.getLocalName().equals("Filter"))
        .flatMap(NotificationXml::children)
        .flatMap(NotificationXml::children)
        .filter(rule -> texts(rule, "Name").stream().anyMatch(name::equalsIgnoreCase))
        .flatMap(rule -> texts(rule, "Value").stream())
        .findFirst()
        .orElse("");
  }

  private static List<String> texts(Element parent, String name) {
    return children(parent)
        .filter(child -> child.getLocalName().equals(name))
        .map(Element::getTextContent)
        .toList();
  }

  private static Stream<Element> children(Element parent) {
    var nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast);
  }

  private static void write(XMLStreamWriter xml, NotificationRule rule) throws XMLStreamException {
    xml.writeStartElement("QueueConfiguration");
    text(xml, "Id", rule.id());
    text(xml, "Queue", rule.queueArn());
    for (var event : rule.events()) {
      text(xml, "Event", event);
    }
    if (!rule.prefix().isEmpty() || !rule.suffix().isEmpty()) {
      xml.writeStartElement("Filter");
      xml.writeStartElement("S3Key");
      filterRule(xml, "prefix", rule.prefix());
      filterRule(xml, "suffix", rule.suffix());
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void filterRule(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    if (!value.isEmpty()) {
      xml.writeStartElement("FilterRule");
      text(xml, "Name", name);
      text(xml, "Value", value);
      xml.writeEndElement();
    }
  }

  private static void text(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }
}
