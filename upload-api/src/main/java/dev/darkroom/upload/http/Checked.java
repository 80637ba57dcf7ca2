package dev.darkroom.upload.http;

import java.util.List;

/** A checked request, or all faults in it. */
public sealed interface Checked<T> {
  record Valid<T>(T value) implements Checked<T> {}

  record Invalid<T>(List<FieldError> errors) implements Checked<T> {
    public Invalid {
      errors = List.copyOf(errors);
    }
  }
}
