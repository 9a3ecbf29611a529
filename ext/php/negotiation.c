/* SPDX-License-Identifier: MIT
 *
 * Namespace Ratchet\RFC6455\Handshake: registers it, and answers requests for
 * ServerNegotiator, in the order and the words of Ratchet's, by asking a
 * verifier that may be the script's. The client's side is in client_negotiator.c.
 */
#include "negotiation.h"

#include "../engine/codec.h"
#include "classes.h"
#include "gate.h"
#include "messaging.h"
#include "psr7.h"

#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"

#include "negotiation_arginfo.h"

zend_class_entry *wschat_ce_negotiator_interface;
zend_class_entry *wschat_ce_request_verifier;
zend_class_entry *wschat_ce_response_verifier;
zend_class_entry *wschat_ce_deflate_exception;
zend_class_entry *wschat_ce_deflate_options;
zend_class_entry *wschat_ce_server_negotiator;

/* The declared properties of ServerNegotiator, in the order of the stub. */
enum slot {
	SLOT_VERIFIER,
	SLOT_FACTORY,
	SLOT_PROTOCOLS,
	SLOT_STRICT,
	SLOT_DEFLATE
};

void wschat_negotiation_register(void)
{
	wschat_ce_negotiator_interface = register_class_Ratchet_RFC6455_Handshake_NegotiatorInterface();
	wschat_ce_request_verifier = register_class_Ratchet_RFC6455_Handshake_RequestVerifier();
	wschat_ce_response_verifier = register_class_Ratchet_RFC6455_Handshake_ResponseVerifier();
	wschat_ce_deflate_exception =
		register_class_Ratchet_RFC6455_Handshake_InvalidPermessageDeflateOptionsException(zend_ce_exception);
	wschat_ce_deflate_options = register_class_Ratchet_RFC6455_Handshake_PermessageDeflateOptions();
	wschat_ce_server_negotiator =
		register_class_Ratchet_RFC6455_Handshake_ServerNegotiator(wschat_ce_negotiator_interface);
	register_class_Ratchet_RFC6455_Handshake_ClientNegotiator();
}

/* ---- properties -------------------------------------------------------------------------- */

zval *wschat_negotiator_slot(zend_object *negotiator, uint32_t slot)
{
	zval *value = OBJ_PROP_NUM(negotiator, slot);

	ZVAL_DEREF(value);
	return value;
}

zval *wschat_negotiator_vacate(zend_object *negotiator, uint32_t slot)
{
	zval *place = wschat_negotiator_slot(negotiator, slot);
	zval old;

	ZVAL_COPY_VALUE(&old, place);
	ZVAL_NULL(place);
	zval_ptr_dtor(&old);
	return place;
}

bool wschat_negotiator_factory(zval *argument, uint32_t number, const char *interface)
{
	zend_string *name = zend_string_init(interface, strlen(interface), false);
	zend_class_entry *ce = zend_lookup_class_ex(name, NULL, ZEND_FETCH_CLASS_NO_AUTOLOAD);

	zend_string_release(name);
	if (Z_TYPE_P(argument) == IS_OBJECT && ce && instanceof_function(Z_OBJCE_P(argument), ce)) {
		return true;
	}
	zend_argument_type_error(number, "must be of type %s, %s given", interface, zend_zval_type_name(argument));
	return false;
}

zend_object *wschat_negotiator_demand(zend_object *negotiator, uint32_t slot)
{
	zval *value = wschat_negotiator_slot(negotiator, slot);

	if (Z_TYPE_P(value) != IS_OBJECT) {
		zend_throw_exception_ex(spl_ce_LogicException, 0,
		                        "%s was not constructed: its constructor must call parent::__construct()",
		                        ZSTR_VAL(negotiator->ce->name));
		return NULL;
	}
	GC_ADDREF(Z_OBJ_P(value));
	return Z_OBJ_P(value);
}

/* ---- answers ------------------------------------------------------------------------------- */

/* An answer under construction. */
struct answer {
	zend_object *negotiator;
	int status;
	const char *reason; /* NULL: that of the status */
	HashTable *headers; /* name => value, in order  */
};

static void add_header(struct answer *answer, const char *name, zend_string *value)
{
	zval string;

	ZVAL_STR(&string, value);
	zend_hash_str_update(answer->headers, name, strlen(name), &string);
}

static void add_literal(struct answer *answer, const char *name, const char *value)
{
	add_header(answer, name, zend_string_init(value, strlen(value), false));
}

/* $response = $response->method(...), taking the reference on `response` and on the
 * arguments. NULL: an exception is pending. */
static zend_object *chain(zend_object *response, const char *lcname, uint32_t argc, zval *argv)
{
	zval result;
	bool called = wschat_gate_call_method(response, lcname, strlen(lcname), argc, argv, &result);
	uint32_t i;

	for (i = 0; i < argc; i++) {
		zval_ptr_dtor(&argv[i]);
	}
	OBJ_RELEASE(response);
	if (called && Z_TYPE(result) == IS_OBJECT && instanceof_function(Z_OBJCE(result), wschat_ce_psr_response)) {
		return Z_OBJ(result);
	}
	if (called) {
		zend_type_error("The response factory must make a Psr\\Http\\Message\\ResponseInterface, %s given",
		                zend_zval_type_name(&result));
	}
	zval_ptr_dtor(&result);
	return NULL;
}

/* The same answer as the script's factory makes it. */
static zend_object *make_by_factory(const struct answer *answer, zend_object *factory)
{
	zend_object *response;
	zend_string *name;
	zval arguments[2];
	zval *value;

	GC_ADDREF(factory);
	response = chain(factory, "createresponse", 0, NULL);
	ZEND_HASH_FOREACH_STR_KEY_VAL(answer->headers, name, value) {
		if (response) {
			ZVAL_STR_COPY(&arguments[0], name);
			ZVAL_COPY(&arguments[1], value);
			response = chain(response, "withheader", 2, arguments);
		}
	}
	ZEND_HASH_FOREACH_END();
	if (!response) {
		return NULL;
	}
	ZVAL_LONG(&arguments[0], answer->status);
	if (answer->reason) {
		ZVAL_STRING(&arguments[1], answer->reason);
	}
	return chain(response, "withstatus", answer->reason ? 2 : 1, arguments);
}

static zend_object *make_response(const struct answer *answer)
{
	zval *factory = wschat_negotiator_slot(answer->negotiator, SLOT_FACTORY);

	return Z_TYPE_P(factory) == IS_OBJECT ? make_by_factory(answer, Z_OBJ_P(factory))
	                                      : wschat_response_new(answer->status, answer->headers, answer->reason);
}

/* "a, b": a new reference, NULL: there are none. */
static zend_string *join_protocols(zend_object *negotiator)
{
	zval *protocols = wschat_negotiator_slot(negotiator, SLOT_PROTOCOLS);
	smart_str text = {0};
	zend_string *name;
	zend_ulong number;

	if (Z_TYPE_P(protocols) != IS_ARRAY) {
		return NULL;
	}
	ZEND_HASH_FOREACH_KEY(Z_ARRVAL_P(protocols), number, name) {
		if (text.s) {
			smart_str_appends(&text, ", ");
		}
		if (name) {
			smart_str_append(&text, name);
		} else {
			smart_str_append_long(&text, (zend_long) number);
		}
	}
	ZEND_HASH_FOREACH_END();
	smart_str_0(&text);
	return text.s;
}

/* What would have been right: RFC 6455 4.4. false: an exception is pending. */
static bool suggest_upgrade(struct answer *answer)
{
	zend_string *protocols = join_protocols(answer->negotiator);
	zend_string *version = NULL;
	zval result;

	if (wschat_gate_call_method(answer->negotiator, ZEND_STRL("getversionnumber"), 0, NULL, &result)) {
		version = zval_try_get_string(&result);
	}
	zval_ptr_dtor(&result);
	add_literal(answer, "Connection", "Upgrade");
	add_literal(answer, "Upgrade", "websocket");
	if (version) {
		add_header(answer, "Sec-WebSocket-Version", version);
	}
	if (protocols) {
		add_header(answer, "Sec-WebSocket-Protocol", protocols);
	}
	return version != NULL;
}

/* ---- judging ------------------------------------------------------------------------------- */

/* What each check refuses with, in the order of the checks. */
static const struct {
	int status;
	const char *reason;
	bool suggest;
} refusals[WSCHAT_CHECKS] = {
	[WSCHAT_CHECK_METHOD] = {405, NULL, false},
	[WSCHAT_CHECK_HTTP_VERSION] = {505, NULL, false},
	[WSCHAT_CHECK_URI] = {400, NULL, false},
	[WSCHAT_CHECK_HOST] = {400, NULL, false},
	[WSCHAT_CHECK_UPGRADE] = {426, "Upgrade header MUST be provided", true},
	[WSCHAT_CHECK_CONNECTION] = {400, "Connection Upgrade MUST be requested", false},
	[WSCHAT_CHECK_KEY] = {400, "Invalid Sec-WebSocket-Key", false},
	[WSCHAT_CHECK_VERSION] = {426, NULL, true},
};

/* Sets status, reason and headers if a check refuses. false: an exception is pending. */
static bool judge_request(struct answer *answer, zend_object *verifier, zend_object *request)
{
	zval result;
	bool passed;
	int i;

	for (i = 0; i < WSCHAT_CHECKS; i++) {
		if (!wschat_request_check(verifier, request, (enum wschat_request_check) i, &result)) {
			zval_ptr_dtor(&result);
			return false;
		}
		passed = Z_TYPE(result) == IS_TRUE;
		zval_ptr_dtor(&result);
		if (!passed) {
			answer->status = refusals[i].status;
			answer->reason = refusals[i].reason;
			if (answer->status == 405) {
				add_literal(answer, "Allow", "GET");
			}
			return !refusals[i].suggest || suggest_upgrade(answer);
		}
	}
	return true;
}

/* The first of the client's names that the server has: a new reference, or NULL. */
static zend_string *common_protocol(zend_object *negotiator, zend_string *line)
{
	zval *protocols = wschat_negotiator_slot(negotiator, SLOT_PROTOCOLS);
	const char *at = ZSTR_VAL(line);
	const char *end = at + ZSTR_LEN(line);

	while (Z_TYPE_P(protocols) == IS_ARRAY && at < end) {
		const char *comma = memchr(at, ',', (size_t) (end - at));
		struct wsc_slice slice = wsc_http_trim(at, comma ? comma : end);
		zend_string *name = zend_string_init(slice.bytes, slice.length, false);

		if (zend_symtable_exists(Z_ARRVAL_P(protocols), name)) {
			return name;
		}
		zend_string_release(name);
		at = comma ? comma + 1 : end;
	}
	return NULL;
}

/* The sub-protocol: a header of the 101, or a refusal. false: an exception is pending. */
static bool judge_protocols(struct answer *answer, zend_object *request)
{
	bool strict = zend_is_true(wschat_negotiator_slot(answer->negotiator, SLOT_STRICT));
	zend_string *line = wschat_message_header_line(request, ZEND_STRL("Sec-WebSocket-Protocol"));
	zend_string *name;
	zval offered;

	if (!line || !wschat_message_header(request, ZEND_STRL("Sec-WebSocket-Protocol"), &offered)) {
		if (line) {
			zend_string_release(line);
		}
		return false;
	}
	name = common_protocol(answer->negotiator, line);
	zend_string_release(line);
	if (!name && strict) {
		zend_string *protocols = join_protocols(answer->negotiator);
		bool refuse = protocols || zend_hash_num_elements(Z_ARRVAL(offered)) > 0;

		zval_ptr_dtor(&offered);
		if (protocols) {
			zend_string_release(protocols);
		}
		if (!refuse) {
			return true;
		}
		answer->status = 426;
		answer->reason = "No Sec-WebSocket-Protocols requested supported";
		return suggest_upgrade(answer);
	}
	zval_ptr_dtor(&offered);
	if (name) {
		add_header(answer, "Sec-WebSocket-Protocol", name);
	}
	return true;
}

/* The headers of the 101. false: an exception is pending. */
static bool accept_request(struct answer *answer, zend_object *request)
{
	zend_string *key = wschat_message_header_line(request, ZEND_STRL("Sec-WebSocket-Key"));
	zend_string *accept;
	zval argument, result;

	if (!key) {
		return false;
	}
	ZVAL_STR(&argument, key);
	accept =
		wschat_ask(answer->negotiator, ZEND_STRL("sign"), &argument, &result) ? zval_try_get_string(&result) : NULL;
	zval_ptr_dtor(&result);
	if (!accept) {
		return false;
	}
	answer->status = 101;
	add_literal(answer, "Upgrade", "websocket");
	add_literal(answer, "Connection", "Upgrade");
	add_header(answer, "Sec-WebSocket-Accept", accept);
	add_literal(answer, "X-Powered-By", "Ratchet");
	return true;
}

/* Is it an offer that breaks the rules? Then *text is what it says, a new reference,
 * and the exception is gone. */
static bool caught_bad_offer(zend_string **text)
{
	zval *message;
	zval copy;

	if (!EG(exception) || !instanceof_function(EG(exception)->ce, wschat_ce_deflate_exception)) {
		return false;
	}
	message = zend_read_property_ex(zend_ce_exception, EG(exception), ZSTR_KNOWN(ZEND_STR_MESSAGE), true, &copy);
	*text = zval_get_string(message);
	zend_clear_exception();
	return true;
}

static zend_object *refuse_offer(zend_object *negotiator, const char *reason)
{
	struct answer answer = {negotiator, 400, reason, zend_new_array(0)};
	zend_object *response = make_response(&answer);

	zend_array_release(answer.headers);
	return response;
}

/* Takes the reference on the response. NULL: an exception is pending. */
static zend_object *agree_on_extension(zend_object *negotiator, zend_object *request, zend_object *response)
{
	zend_object *offer = wschat_deflate_options_first(request);
	zend_object *result = response;
	zend_string *reason;

	if (!offer) {
		OBJ_RELEASE(response);
		if (!caught_bad_offer(&reason)) {
			return NULL;
		}
		result = refuse_offer(negotiator, ZSTR_VAL(reason));
		zend_string_release(reason);
		return result;
	}
	if (zend_is_true(wschat_negotiator_slot(negotiator, SLOT_DEFLATE))) {
		result = wschat_deflate_options_add(offer, response, false);
		OBJ_RELEASE(response);
	}
	OBJ_RELEASE(offer);
	return result;
}

static zend_object *answer_request(zend_object *negotiator, zend_object *verifier, zend_object *request)
{
	struct answer answer = {negotiator, 0, NULL, zend_new_array(4)};
	zend_object *response = NULL;

	if (judge_request(&answer, verifier, request) &&
	    (answer.status != 0 ||
	     (judge_protocols(&answer, request) && (answer.status != 0 || accept_request(&answer, request))))) {
		response = make_response(&answer);
	}
	zend_array_release(answer.headers);
	return response && answer.status == 101 ? agree_on_extension(negotiator, request, response) : response;
}

/* ---- ServerNegotiator ------------------------------------------------------------------------ */

ZEND_METHOD(Ratchet_RFC6455_Handshake_ServerNegotiator, __construct)
{
	zend_object *negotiator = Z_OBJ_P(ZEND_THIS);
	zval *verifier, *factory = NULL, *deflate = NULL;
	zval *place;
	bool wanted;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 3), "O|zz", &verifier, wschat_ce_request_verifier, &factory,
	                          &deflate) == FAILURE) {
		RETURN_THROWS();
	}
	if (factory && Z_TYPE_P(factory) != IS_OBJECT) {
		if (Z_TYPE_P(factory) != IS_NULL) {
			deflate = factory; /* 0.3.1 */
		}
		factory = NULL;
	}
	if (factory && !wschat_negotiator_factory(factory, 2, "Psr\\Http\\Message\\ResponseFactoryInterface")) {
		RETURN_THROWS();
	}
	wanted = deflate && zend_is_true(deflate);
	if (wanted && !wsc_compression_available()) {
		zend_throw_exception(NULL, "permessage-deflate is not supported because you do not have the zlib extension.",
		                     0);
		RETURN_THROWS();
	}
	ZVAL_BOOL(wschat_negotiator_vacate(negotiator, SLOT_DEFLATE), wanted);
	place = wschat_negotiator_vacate(negotiator, SLOT_FACTORY);
	if (factory) {
		ZVAL_COPY(place, factory);
	}
	ZVAL_COPY(wschat_negotiator_vacate(negotiator, SLOT_VERIFIER), verifier);
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_ServerNegotiator, isProtocol)
{
	zend_object *verifier;
	zval *request;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &request, wschat_ce_psr_request) == FAILURE ||
	    !(verifier = wschat_negotiator_demand(Z_OBJ_P(ZEND_THIS), SLOT_VERIFIER))) {
		RETURN_THROWS();
	}
	if (!wschat_request_check(verifier, Z_OBJ_P(request), WSCHAT_CHECK_VERSION, return_value)) {
		zval_ptr_dtor(return_value);
		ZVAL_NULL(return_value);
	}
	OBJ_RELEASE(verifier);
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_ServerNegotiator, getVersionNumber)
{
	RETURN_LONG(13);
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_ServerNegotiator, handshake)
{
	zend_object *verifier, *response;
	zval *request;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &request, wschat_ce_psr_request) == FAILURE ||
	    !(verifier = wschat_negotiator_demand(Z_OBJ_P(ZEND_THIS), SLOT_VERIFIER))) {
		RETURN_THROWS();
	}
	response = answer_request(Z_OBJ_P(ZEND_THIS), verifier, Z_OBJ_P(request));
	OBJ_RELEASE(verifier);
	if (response) {
		RETVAL_OBJ(response);
	}
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_ServerNegotiator, sign)
{
	zend_string *key;
	zval *value, *guid;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &value) == FAILURE ||
	    !wschat_messaging_string(value, 1, "string", &key) ||
	    !(guid = wschat_class_constant(Z_OBJ_P(ZEND_THIS), ZEND_STRL("GUID")))) {
		RETURN_THROWS();
	}
	if (Z_TYPE_P(guid) == IS_STRING) {
		RETURN_STR(wschat_handshake_sign(key, Z_STRVAL_P(guid), Z_STRLEN_P(guid)));
	}
	zend_type_error("%s::GUID must be of type string", ZSTR_VAL(Z_OBJCE_P(ZEND_THIS)->name));
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_ServerNegotiator, setSupportedSubProtocols)
{
	HashTable *protocols;
	zend_long place = 0;
	zval flipped, number;
	zval *name;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "h", &protocols) == FAILURE) {
		RETURN_THROWS();
	}
	array_init_size(&flipped, zend_hash_num_elements(protocols));
	ZEND_HASH_FOREACH_VAL(protocols, name) {
		ZVAL_DEREF(name);
		ZVAL_LONG(&number, place++);
		if (Z_TYPE_P(name) == IS_STRING) {
			zend_symtable_update(Z_ARRVAL(flipped), Z_STR_P(name), &number);
		} else if (Z_TYPE_P(name) == IS_LONG) {
			zend_hash_index_update(Z_ARRVAL(flipped), (zend_ulong) Z_LVAL_P(name), &number);
		}
	}
	ZEND_HASH_FOREACH_END();
	ZVAL_COPY_VALUE(wschat_negotiator_vacate(Z_OBJ_P(ZEND_THIS), SLOT_PROTOCOLS), &flipped);
}

ZEND_METHOD(Ratchet_RFC6455_Handshake_ServerNegotiator, setStrictSubProtocolCheck)
{
	zval *enable;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &enable) == FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_BOOL(wschat_negotiator_vacate(Z_OBJ_P(ZEND_THIS), SLOT_STRICT), zend_is_true(enable));
}
