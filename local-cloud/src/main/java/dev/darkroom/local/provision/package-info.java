/**
 * Makes a stack real, by SDK calls only, so that the embedded cloud, LocalStack and any other
 * endpoint get the same resources by the same way.
 *
 * <p>Enters: a {@link dev.darkroom.infra.Stack} and where the services are. Leaves: a {@link
 * dev.darkroom.local.provision.ProvisionedStack}, which knows what every reference of the template
 * stands for. May be repeated: what is there already is brought up to date. Lives elsewhere: what
 * the stack is ({@code dev.darkroom.infra}), and running its functions ({@code dev.darkroom.host}).
 */
@NullMarked
package dev.darkroom.local.provision;

import org.jspecify.annotations.NullMarked;
