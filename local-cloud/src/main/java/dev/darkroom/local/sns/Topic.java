package dev.darkroom.local.sns;

import java.util.Map;

/**
 * A topic.
 *
 * @param attributes attributes as they were set; none changes what this service does
 */
record Topic(String arn, Map<String, String> attributes) {

  Topic {
    attributes = Map.copyOf(attributes);
  }
}
