package dev.darkroom.local.sns;

import java.util.Map;

/**
 * A topic.
 *
 * @param attributes as set; none of them changes what this service does
 */
record Topic(String arn, Map<String, String> attributes) {

  Topic {
    attributes = Map.copyOf(attributes);
  }
}
