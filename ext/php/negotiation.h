/* SPDX-License-Identifier: MIT
 *
 * Ratchet\RFC6455\Handshake: what the rest of the binding may ask of it, then
 * what its files share. Functions that take a request, a response or a uri may
 * run user code, as those of psr7.h.
 */
#ifndef WSCHAT_NEGOTIATION_H
#define WSCHAT_NEGOTIATION_H

#include "php_wschat.h"

extern zend_class_entry *wschat_ce_negotiator_interface;
extern zend_class_entry *wschat_ce_server_negotiator;
extern zend_class_entry *wschat_ce_deflate_options;

/* What a PermessageDeflateOptions says. */
struct wschat_deflate_options {
	bool enabled;
	bool server_takeover;
	bool client_takeover;
	uint8_t server_bits; /* 8 … 15 */
	uint8_t client_bits;
};

void wschat_deflate_options_read(zend_object *options, struct wschat_deflate_options *read);

/* ---- between negotiation.c, client_negotiator.c, verifier.c and deflate_options.c -- */

extern zend_class_entry *wschat_ce_request_verifier;
extern zend_class_entry *wschat_ce_response_verifier;
extern zend_class_entry *wschat_ce_deflate_exception;

/* A declared property; the same, but null now and to be filled: what was in it may
 * run a destructor. */
zval *wschat_negotiator_slot(zend_object *negotiator, uint32_t slot);
zval *wschat_negotiator_vacate(zend_object *negotiator, uint32_t slot);
/* The object in it, a new reference; NULL: the constructor was skipped, and an
 * exception says so. */
zend_object *wschat_negotiator_demand(zend_object *negotiator, uint32_t slot);
/* Does argument `number` implement that interface? false: an exception is pending. */
bool wschat_negotiator_factory(zval *argument, uint32_t number, const char *interface);

/* The value of Sec-WebSocket-Accept for any key and GUID: a new reference. */
zend_string *wschat_handshake_sign(zend_string *key, const char *guid, size_t length);

/* The constant of that name of the object's class, which may be a subclass; NULL:
 * an exception is pending. */
zval *wschat_class_constant(zend_object *object, const char *name, size_t length);

/* Calls a method that a subclass may have overridden with one argument, which is
 * given back. false: an exception is pending. */
bool wschat_ask(zend_object *object, const char *lcname, size_t length, zval *argument, zval *result);

/* The checks of RequestVerifier::verifyAll(), in its order: each calls its method of
 * `verifier` with its part of any request. false: an exception is pending. */
enum wschat_request_check {
	WSCHAT_CHECK_METHOD,
	WSCHAT_CHECK_HTTP_VERSION,
	WSCHAT_CHECK_URI,
	WSCHAT_CHECK_HOST,
	WSCHAT_CHECK_UPGRADE,
	WSCHAT_CHECK_CONNECTION,
	WSCHAT_CHECK_KEY,
	WSCHAT_CHECK_VERSION,
	WSCHAT_CHECKS
};
bool wschat_request_check(zend_object *verifier, zend_object *request, enum wschat_request_check check, zval *result);

/* PermessageDeflateOptions::createDisabled(), a new reference. */
zend_object *wschat_deflate_options_disabled(void);
/* The first offer in the header of any message, a new reference. NULL: an exception
 * is pending. */
zend_object *wschat_deflate_options_first(zend_object *message);
/* Adds the header to any message with this method: the result of the method, or
 * `message` itself, a new reference. NULL: an exception is pending. */
zend_object *wschat_deflate_options_add(zend_object *options, zend_object *message, bool request);

#endif
