/**
 * The stack as {@code template.yaml} describes it, read into records.
 *
 * <p>Enters: a SAM template and a {@link dev.darkroom.infra.Deployment} (stack name, account,
 * region, parameters). Leaves: a {@link dev.darkroom.infra.Stack}, or a {@link
 * dev.darkroom.infra.TemplateException} that names every fault with its place. What is only known
 * once a resource exists (a queue's URL, a topic's ARN) stays a {@link
 * dev.darkroom.infra.Value.Reference}.
 *
 * <p>Read is what the template uses, and nothing is skipped in silence: an intrinsic function, a
 * resource type or a property this package has no meaning for is a fault, so that the local run can
 * not drift from what AWS deploys. Creating the resources lives in {@code
 * dev.darkroom.local.provision}.
 */
@NullMarked
package dev.darkroom.infra;

import org.jspecify.annotations.NullMarked;
