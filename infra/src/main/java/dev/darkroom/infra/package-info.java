/**
 * Reads the stack that {@code template.yaml} describes into records.
 *
 * <p>Enters: a SAM template and a {@link dev.darkroom.infra.Deployment} (stack name, account,
 * region, parameters). Leaves: a {@link dev.darkroom.infra.Stack}, or a {@link
 * dev.darkroom.infra.TemplateException} that names every fault with its place. A value that is
 * known only once its resource exists (a queue's URL, a topic's ARN) stays a {@link
 * dev.darkroom.infra.Value.Reference}. Lives elsewhere: creating the resources ({@code
 * dev.darkroom.local.provision}).
 *
 * <p>Supports what the template uses. An unknown intrinsic function, resource type or property is a
 * fault, so that the local run cannot drift from what AWS deploys.
 */
@NullMarked
package dev.darkroom.infra;

import org.jspecify.annotations.NullMarked;
