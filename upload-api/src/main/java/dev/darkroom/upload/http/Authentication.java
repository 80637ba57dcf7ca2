package dev.darkroom.upload.http;

/** How callers are told apart. */
public enum Authentication {
  /** By the access token that API Gateway's JWT authorizer has verified. */
  JWT,

  /** Not at all: everything belongs to one owner. For one's own machine. */
  NONE
}
