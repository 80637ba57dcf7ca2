package dev.darkroom.local.cli;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.LongConsumer;

/** Sends a file as a request body, and reports the bytes sent. */
final class CountedFile implements BodyPublisher {
  private final BodyPublisher file;
  private final LongConsumer progress;

  CountedFile(Path file, LongConsumer progress) throws FileNotFoundException {
    this.file = BodyPublishers.ofFile(file);
    this.progress = progress;
  }

  @Override
  public long contentLength() {
    return file.contentLength();
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    file.subscribe(
        new Subscriber<>() {
          @Override
          public void onSubscribe(Subscription subscription) {
            subscriber.onSubscribe(subscription);
          }

          @Override
          public void onNext(ByteBuffer bytes) {
            int count = bytes.remaining();
            subscriber.onNext(bytes);
            progress.accept(count);
          }

          @Override
          public void onError(Throwable fault) {
            subscriber.onError(fault);
          }

          @Override
          public void onComplete() {
            subscriber.onComplete();
          }
        });
  }
}
