/**
 * Amazon SNS on loopback: topics, subscriptions, filter policies and deliveries.
 *
 * <p>Enters: requests of any SDK or the AWS CLI (AWS Query protocol, form-encoded POST), and the
 * confirmation and unsubscribe links that people open in a browser. Leaves: messages to SQS queues
 * and HTTP endpoints on loopback, and mails. Lives elsewhere: the queues ({@code
 * dev.darkroom.local.sqs}) and the stack's subscriptions ({@code infra/template.yaml}).
 *
 * <p>Differs from SNS on purpose: messages are not signed ({@code Signature} says so); any
 * credentials are accepted, because only this machine can connect, but web pages are refused; HTTP
 * endpoints must be on loopback; confirmation tokens do not expire. FIFO topics, the protocols
 * {@code email-json}, {@code lambda}, {@code sms}, {@code application} and {@code firehose},
 * delivery policies and dead-letter queues of subscriptions are not supported and refused.
 */
@NullMarked
package dev.darkroom.local.sns;

import org.jspecify.annotations.NullMarked;
