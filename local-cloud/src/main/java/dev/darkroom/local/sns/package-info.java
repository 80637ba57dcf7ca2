/**
 * Amazon SNS on loopback: topics, subscriptions, filter policies and deliveries, as far as an
 * application on one machine can tell them from the real ones.
 *
 * <p>Enters: SNS's AWS Query protocol (form-encoded POST) from any SDK or the AWS CLI, and the
 * confirmation and unsubscribe links people open in a browser. Leaves: messages to SQS queues, HTTP
 * endpoints on loopback, and mails. Lives elsewhere: the queues ({@code dev.darkroom.local.sqs})
 * and who subscribes to what ({@code infra/template.yaml}).
 *
 * <p>What differs from SNS, on purpose: messages are not signed ({@code Signature} says so); any
 * credentials are accepted, because only this machine can connect, and web pages opened on it are
 * turned away; HTTP endpoints must be on loopback; confirmation tokens do not expire. FIFO topics,
 * the protocols {@code lambda}, {@code sms}, {@code application} and {@code firehose}, delivery
 * policies and dead-letter queues of subscriptions do not exist; asking for them is an error.
 */
@NullMarked
package dev.darkroom.local.sns;

import org.jspecify.annotations.NullMarked;
