package dev.darkroom.upload.http;

/** How the API identifies its callers. */
public enum Authentication {
  /** By the access token that API Gateway's JWT authorizer has verified. */
  JWT,

  /** Not at all: everything belongs to one owner. For local use. */
  NONE
}
