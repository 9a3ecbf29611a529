/* SPDX-License-Identifier: MIT
 *
 * What the psr7*.c files share: the struct behind Request and Response, its
 * header table, and the checks and casts of arguments. The rest of the binding
 * includes psr7.h.
 */
#ifndef WSCHAT_PSR7_MESSAGE_H
#define WSCHAT_PSR7_MESSAGE_H

#include "psr7.h"

#include "engine/codec.h"

/* Everything that may be NULL stands for what a message has that was not told:
 * so one whose constructor was skipped works too. */
struct wschat_psr7_message {
	/* Of either kind. */
	zend_array *headers;  /* name as it came first => list of strings; clones share it. NULL: none   */
	zend_string *version; /* NULL: "1.1"                                                           */
	zend_string *payload; /* what the body will be made of, when it is asked for. NULL: nothing    */
	zend_object *body;    /* a StreamInterface. NULL: nobody has asked for it                      */
	/* Of a request. */
	zend_string *head;    /* its bytes, as long as nobody has asked what they say; else NULL       */
	zend_string *method;  /* NULL: "GET"                                                           */
	zend_string *target;  /* what withRequestTarget() was told. NULL: path and query of the URI    */
	zend_string *address; /* what the URI will be made of, when it is asked for                    */
	zend_object *uri;     /* a UriInterface. NULL: nobody has asked for it                         */
	/* Of a response. */
	zend_string *reason; /* NULL: that of the status                                               */
	zend_long status;
	zend_object std;
};

static inline struct wschat_psr7_message *wschat_psr7_message_from(zend_object *object)
{
	return (struct wschat_psr7_message *) ((char *) object - offsetof(struct wschat_psr7_message, std));
}

/* ---- psr7.c: what all four classes need ---------------------------------- */

/*
 * Arguments are cast as PHP casts them for `string` and `int` without
 * strict_types, but null is refused. false: InvalidArgumentException, or what
 * __toString() threw, is pending. The string is borrowed from the zval.
 */
bool wschat_psr7_string(zval *value, uint32_t number, zend_string **string);
bool wschat_psr7_long(zval *value, uint32_t number, zend_long *result);

/* InvalidArgumentException "WHAT must not contain CR or LF characters" if it does. */
bool wschat_psr7_one_line(const zend_string *text, const char *what);

/* In ASCII alone, whatever the locale. A new reference. */
zend_string *wschat_psr7_upper(zend_string *text);

/* Is the method ours? A class of the script may have its own. */
bool wschat_psr7_own(const zend_object *object, const zend_class_entry *ce, const char *lcname, size_t length);

/* For var_dump(): the properties that a subclass has, to which the caller adds. */
HashTable *wschat_psr7_properties(zend_object *object);

/* == compares what var_dump() shows. */
int wschat_psr7_compare(zval *left, zval *right);

void wschat_psr7_show(HashTable *table, const char *name, zval *value); /* takes the value */
void wschat_psr7_show_string(HashTable *table, const char *name, zend_string *value, const char *otherwise);

/* The clone of an object; NULL: its __clone() threw. */
zend_object *wschat_psr7_clone(zend_object *object);

/* ---- psr7_message.c: messages -------------------------------------------- */

void wschat_psr7_message_startup(zend_class_entry *request, zend_class_entry *response);

/* An object of either class or a subclass, its constructor not called. */
zend_object *wschat_psr7_message_new(zend_class_entry *ce);

/* Forgets everything, as before a constructor. May run user code (destructors). */
void wschat_psr7_message_reset(struct wschat_psr7_message *message);

/* In place of what is there; the value is taken. */
void wschat_psr7_put_string(zend_string **slot, zend_string *string);
void wschat_psr7_put_object(zend_object **slot, zend_object *object);

/* Makes the body of what a constructor was given. Runs user code (__toString()). */
bool wschat_psr7_message_set_body(struct wschat_psr7_message *message, zval *body);

/* The body, made now if nobody has asked before. Borrowed. */
zend_object *wschat_psr7_message_body(struct wschat_psr7_message *message);

/* ---- psr7_headers.c: the table of headers -------------------------------- */

/* The list of a header, borrowed; NULL: there is none. */
zval *wschat_psr7_headers_find(const struct wschat_psr7_message *message, const char *name, size_t length);

/* All of a constructor's array. */
bool wschat_psr7_headers_set(struct wschat_psr7_message *message, HashTable *headers);

/* A field of a head that has been parsed. */
void wschat_psr7_headers_append(struct wschat_psr7_message *message, const struct wsc_header *field);

/* Makes it the first header, as RFC 9110 section 7.2 wants Host to be. Takes the
 * string. */
void wschat_psr7_headers_set_host(struct wschat_psr7_message *message, zend_string *host);

/* ---- psr7_request.c ------------------------------------------------------ */

/* Reads the head, if that has not been done. */
void wschat_psr7_request_settle(struct wschat_psr7_message *message);

/* The URI, made now if nobody has asked before. Borrowed; NULL: an exception. */
zend_object *wschat_psr7_request_uri(struct wschat_psr7_message *message);

/* What stands in the request line. A new reference; NULL: an exception. Runs
 * user code if the URI is of a class of the script. */
zend_string *wschat_psr7_request_target(zend_object *request);

/* ---- psr7_response.c ----------------------------------------------------- */

/* The phrase of the response, or that of its status, or "". A new reference. */
zend_string *wschat_psr7_response_reason(const struct wschat_psr7_message *message);

/* ---- psr7_any.c ---------------------------------------------------------- */

/* getHeaderLine() of a native message, by its getHeader(), which may be the
 * script's. A new reference; NULL: an exception. */
zend_string *wschat_psr7_header_line(zend_object *message, const char *name, size_t length);

/* The host of any URI with its port, for a Host header. *host is a new reference
 * or NULL, when it has none. false: an exception. */
bool wschat_psr7_host_field(zend_object *uri, zend_string **host);

/* ---- psr7_uri.c, psr7_stream.c ------------------------------------------- */

void wschat_psr7_uri_startup(zend_class_entry *ce);

/* A part of a native URI: a new reference. */
zend_string *wschat_psr7_uri_part(zend_object *uri, enum wschat_uri_part part);
zend_string *wschat_psr7_uri_text(zend_object *uri);

/* Can it be the host of a URI? "" can. */
bool wschat_psr7_uri_is_host(const zend_string *host);

void wschat_psr7_stream_startup(zend_class_entry *ce);

/* A native stream that holds these bytes, at their start. NULL: an exception. */
zend_object *wschat_psr7_stream_new(zend_string *contents);
zend_object *wschat_psr7_stream_over(zval *resource);

#endif
