/**
 * The AWS account that the local cloud plays.
 *
 * <p>Leaves: the credentials, the region and the account number that every local service uses.
 * Lives elsewhere: how each service checks them.
 */
@NullMarked
package dev.darkroom.local.account;

import org.jspecify.annotations.NullMarked;
