/**
 * Creates the resources of a stack by SDK calls alone, so that the embedded cloud, LocalStack and
 * any other endpoint get the same resources in the same way.
 *
 * <p>Enters: a {@link dev.darkroom.infra.Stack} and the endpoints of the services. Leaves: a {@link
 * dev.darkroom.local.provision.ProvisionedStack}, which resolves every reference of the template.
 * When repeated, it brings existing resources up to date. Lives elsewhere: reading the template
 * ({@code dev.darkroom.infra}), and running the functions ({@code dev.darkroom.host}).
 */
@NullMarked
package dev.darkroom.local.provision;

import org.jspecify.annotations.NullMarked;
