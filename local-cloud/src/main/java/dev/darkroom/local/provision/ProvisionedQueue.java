package dev.darkroom.local.provision;

import java.net.URI;

/** A queue that exists. */
public record ProvisionedQueue(String name, URI url, String arn) {}
