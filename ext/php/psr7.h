/* SPDX-License-Identifier: MIT
 *
 * PSR-7 for the rest of the binding. Every function takes objects of any class
 * that implements the interface; native ones (WsChat\Psr7) are read directly
 * unless a subclass overrides the method, others through the gate. So each may
 * run user code where it says "any", and then what the caller has borrowed from
 * elsewhere may have changed.
 *
 * Objects and strings that are returned are new references, the caller's. NULL
 * or false: an exception is pending.
 */
#ifndef WSCHAT_PSR7_H
#define WSCHAT_PSR7_H

#include "php.h"

/* Psr\Http\Message\: the interfaces, ours or those of the extension psr. */
extern zend_class_entry *wschat_ce_psr_message;
extern zend_class_entry *wschat_ce_psr_request;
extern zend_class_entry *wschat_ce_psr_server_request;
extern zend_class_entry *wschat_ce_psr_response;
extern zend_class_entry *wschat_ce_psr_stream;
extern zend_class_entry *wschat_ce_psr_uri;
extern zend_class_entry *wschat_ce_psr_uploaded_file;

/* WsChat\Psr7\ */
extern zend_class_entry *wschat_ce_psr7_request;
extern zend_class_entry *wschat_ce_psr7_response;
extern zend_class_entry *wschat_ce_psr7_stream;
extern zend_class_entry *wschat_ce_psr7_uri;

/* ---- requests ------------------------------------------------------------ */

/*
 * A native request from a head that the engine has taken: the bytes from the
 * request line to the empty line, both included. Strict, by wsc_http_parse().
 * Holds `head` and `body` (may be NULL) until something asks for what they say,
 * so that a request which nobody reads costs one small object. An origin-form
 * target gets scheme and host from the Host field: https if that ends in ":443".
 * InvalidArgumentException: it is no request, or its target is "*" or has no
 * scheme. Runs no user code.
 */
zend_object *wschat_request_parse(zend_string *head, zend_string *body);

/* The same from a whole message, as lenient as Guzzle's Message::parseRequest():
 * bare LF, no version, several Host fields, folded lines in HTTP/1.0. What
 * follows the first empty line is the body. Runs no user code. */
zend_object *wschat_request_parse_text(zend_string *message);

enum wschat_request_part {
	WSCHAT_REQUEST_METHOD,
	WSCHAT_REQUEST_TARGET,
	WSCHAT_REQUEST_VERSION /* "1.1" */
};

/* A string of any request. */
zend_string *wschat_request_part(zend_object *request, enum wschat_request_part part);

/* The UriInterface of any request. */
zend_object *wschat_request_uri(zend_object *request);

/* Any request with another query, which comes without "?" and is escaped where it
 * must be: withUri(getUri()->withQuery($query)), which sets the Host header anew. */
zend_object *wschat_request_with_query(zend_object *request, zend_string *query);

/* ---- URIs ---------------------------------------------------------------- */

enum wschat_uri_part {
	WSCHAT_URI_SCHEME,
	WSCHAT_URI_AUTHORITY,
	WSCHAT_URI_HOST,
	WSCHAT_URI_PATH,
	WSCHAT_URI_QUERY
};

/* A part of any URI, "" when it has none. */
zend_string *wschat_uri_part(zend_object *uri, enum wschat_uri_part part);

/* A native URI. InvalidArgumentException if it is none. Runs no user code. */
zend_object *wschat_uri_new(zend_string *text);

/* ---- messages: requests and responses ------------------------------------ */

/* The values of a header of any message: an array of strings in *list, which is
 * empty when there is no such header. `name` in any case. */
bool wschat_message_header(zend_object *message, const char *name, size_t length, zval *list);

/* The same joined with ", ", "" when there is no such header. */
zend_string *wschat_message_header_line(zend_object *message, const char *name, size_t length);

/* The bytes of any message, as Guzzle's Message::toString(): the body is read
 * from its start. InvalidArgumentException if it is neither a request nor a
 * response. */
zend_string *wschat_message_to_string(zend_object *message);

/* A native response without a body. `headers`: name => string or list of
 * strings, or NULL; `reason`: NULL means that of the status. Runs no user code.
 * InvalidArgumentException as the constructor's. */
zend_object *wschat_response_new(int status, HashTable *headers, const char *reason);

#endif
