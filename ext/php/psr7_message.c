/* SPDX-License-Identifier: MIT
 *
 * WsChat\Psr7\Request and Response as far as they are the same: the life of the
 * object, version and body; the headers are in psr7_headers.c. The properties
 * are in the C struct, so a subclass that skips or repeats the parent's
 * constructor breaks nothing. A clone shares the body, as PSR-7 says, and
 * nothing else that can change.
 */
#include "php_wschat.h"

#include "compat.h"
#include "gc.h"
#include "psr7_message.h"

#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

static zend_object_handlers message_handlers;

/* ---- life ---------------------------------------------------------------- */

static zend_object *message_create(zend_class_entry *ce)
{
	struct wschat_psr7_message *message = zend_object_alloc(sizeof(*message), ce);

	message->status = 200;
	zend_object_std_init(&message->std, ce);
	object_properties_init(&message->std, ce);
	message->std.handlers = &message_handlers;
	return &message->std;
}

static void drop_string(zend_string **slot)
{
	zend_string *old = *slot;

	*slot = NULL;
	if (old) {
		zend_string_release(old);
	}
}

static void drop_object(zend_object **slot)
{
	zend_object *old = *slot;

	*slot = NULL;
	if (old) {
		OBJ_RELEASE(old);
	}
}

void wschat_psr7_message_reset(struct wschat_psr7_message *message)
{
	zend_array *headers = message->headers;

	message->headers = NULL;
	message->status = 200;
	if (headers) {
		zend_array_release(headers);
	}
	drop_string(&message->version);
	drop_string(&message->payload);
	drop_string(&message->head);
	drop_string(&message->method);
	drop_string(&message->target);
	drop_string(&message->address);
	drop_string(&message->reason);
	/* Last: their destructors may use this object. */
	drop_object(&message->body);
	drop_object(&message->uri);
}

static void message_free(zend_object *object)
{
	zend_object_std_dtor(object);
	wschat_psr7_message_reset(wschat_psr7_message_from(object));
}

static zend_string *share_string(zend_string *string)
{
	return string ? zend_string_copy(string) : NULL;
}

static zend_object *share_object(zend_object *object)
{
	if (object) {
		GC_ADDREF(object);
	}
	return object;
}

static zend_object *message_clone(zend_object *object)
{
	struct wschat_psr7_message *old = wschat_psr7_message_from(object);
	zend_object *copy = message_create(object->ce);
	struct wschat_psr7_message *new = wschat_psr7_message_from(copy);

	wschat_psr7_request_settle(old);
	if (old->payload) {
		wschat_psr7_message_body(old); /* which both share from now on */
	}
	new->headers = old->headers;
	if (new->headers) {
		GC_ADDREF(new->headers);
	}
	new->version = share_string(old->version);
	new->payload = share_string(old->payload);
	new->method = share_string(old->method);
	new->target = share_string(old->target);
	new->address = share_string(old->address);
	new->reason = share_string(old->reason);
	new->body = share_object(old->body);
	new->uri = share_object(old->uri);
	new->status = old->status;
	zend_objects_clone_members(copy, object);
	return copy;
}

static HashTable *message_gc(zend_object *object, zval **table, int *count)
{
	struct wschat_psr7_message *message = wschat_psr7_message_from(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();
	HashTable *properties = wschat_gc_add_properties(buffer, object);

	if (message->body) {
		zend_get_gc_buffer_add_obj(buffer, message->body);
	}
	if (message->uri) {
		zend_get_gc_buffer_add_obj(buffer, message->uri);
	}
	zend_get_gc_buffer_use(buffer, table, count);
	return properties;
}

static void show_request(HashTable *table, struct wschat_psr7_message *message)
{
	zval value;

	wschat_psr7_show_string(table, "method", message->method, "GET");
	ZVAL_NULL(&value);
	if (message->target) {
		ZVAL_STR_COPY(&value, message->target);
	}
	wschat_psr7_show(table, "requestTarget", &value);
	ZVAL_NULL(&value);
	if (message->uri) {
		ZVAL_OBJ_COPY(&value, message->uri);
	} else if (message->address) {
		ZVAL_STR_COPY(&value, message->address);
	}
	wschat_psr7_show(table, "uri", &value);
}

static HashTable *message_debug_info(zend_object *object, int *is_temporary)
{
	struct wschat_psr7_message *message = wschat_psr7_message_from(object);
	HashTable *table = wschat_psr7_properties(object);
	zval value;

	*is_temporary = true;
	wschat_psr7_request_settle(message);
	if (instanceof_function(object->ce, wschat_ce_psr7_response)) {
		ZVAL_LONG(&value, message->status);
		wschat_psr7_show(table, "statusCode", &value);
		ZVAL_STR(&value, wschat_psr7_response_reason(message));
		wschat_psr7_show(table, "reasonPhrase", &value);
	} else {
		/* So that two requests do not differ for who was asked for what. */
		if (message->address && !message->uri && !EG(exception)) {
			wschat_psr7_request_uri(message);
			zend_clear_exception();
		}
		show_request(table, message);
	}
	wschat_psr7_show_string(table, "protocol", message->version, "1.1");
	ZVAL_EMPTY_ARRAY(&value);
	if (message->headers) {
		ZVAL_ARR(&value, message->headers);
		GC_ADDREF(message->headers);
	}
	wschat_psr7_show(table, "headers", &value);
	ZVAL_NULL(&value);
	if (message->body) {
		ZVAL_OBJ_COPY(&value, message->body);
	} else if (message->payload) {
		ZVAL_STR_COPY(&value, message->payload);
	}
	wschat_psr7_show(table, "body", &value);
	return table;
}

void wschat_psr7_message_startup(zend_class_entry *request, zend_class_entry *response)
{
	memcpy(&message_handlers, &std_object_handlers, sizeof(message_handlers));
	message_handlers.offset = offsetof(struct wschat_psr7_message, std);
	message_handlers.free_obj = message_free;
	message_handlers.clone_obj = message_clone;
	message_handlers.get_gc = message_gc;
	message_handlers.compare = wschat_psr7_compare;
	message_handlers.get_debug_info = message_debug_info;
	request->create_object = message_create;
	response->create_object = message_create;
	WSCHAT_SET_HANDLERS(request, &message_handlers);
	WSCHAT_SET_HANDLERS(response, &message_handlers);
}

zend_object *wschat_psr7_message_new(zend_class_entry *ce)
{
	return message_create(ce);
}

void wschat_psr7_put_string(zend_string **slot, zend_string *string)
{
	drop_string(slot);
	*slot = string;
}

void wschat_psr7_put_object(zend_object **slot, zend_object *object)
{
	zend_object *old = *slot;

	*slot = object;
	if (old) {
		OBJ_RELEASE(old);
	}
}

/* ---- the body ------------------------------------------------------------ */

bool wschat_psr7_message_set_body(struct wschat_psr7_message *message, zval *body)
{
	zend_object *stream = NULL;
	zend_string *text = NULL;

	switch (Z_TYPE_P(body)) {
	case IS_NULL:
		return true;
	case IS_RESOURCE:
		stream = wschat_psr7_stream_over(body);
		break;
	case IS_OBJECT:
		if (instanceof_function(Z_OBJCE_P(body), wschat_ce_psr_stream)) {
			stream = share_object(Z_OBJ_P(body));
		} else if (instanceof_function(Z_OBJCE_P(body), zend_ce_stringable)) {
			text = zval_try_get_string(body);
		}
		break;
	case IS_ARRAY:
		break;
	default:
		text = zval_get_string(body);
	}
	if (!stream && !text) {
		if (!EG(exception)) {
			zend_throw_exception_ex(
				spl_ce_InvalidArgumentException, 0,
				"Invalid resource type: %s; a body is a string, a stream, a StreamInterface or null",
				Z_TYPE_P(body) == IS_OBJECT ? ZSTR_VAL(Z_OBJCE_P(body)->name) : zend_zval_type_name(body));
		}
		return false;
	}
	if (text && ZSTR_LEN(text) == 0) {
		zend_string_release(text);
		text = NULL;
	}
	wschat_psr7_put_string(&message->payload, text);
	wschat_psr7_put_object(&message->body, stream);
	return true;
}

zend_object *wschat_psr7_message_body(struct wschat_psr7_message *message)
{
	zend_object *body;

	if (!message->body) {
		body = wschat_psr7_stream_new(message->payload ? message->payload : ZSTR_EMPTY_ALLOC());
		if (body) {
			wschat_psr7_put_object(&message->body, body);
			drop_string(&message->payload);
		}
	}
	return message->body;
}

ZEND_METHOD(WsChat_Psr7_Request, getBody)
{
	zend_object *body = wschat_psr7_message_body(wschat_psr7_message_from(Z_OBJ_P(ZEND_THIS)));

	if (!body) {
		RETURN_THROWS();
	}
	RETURN_OBJ_COPY(body);
}

ZEND_METHOD(WsChat_Psr7_Request, withBody)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS), *copy;
	zval *body;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &body, wschat_ce_psr_stream) == FAILURE) {
		RETURN_THROWS();
	}
	if (Z_OBJ_P(body) == wschat_psr7_message_from(object)->body) {
		RETURN_OBJ_COPY(object);
	}
	copy = wschat_psr7_clone(object);
	if (!copy) {
		RETURN_THROWS();
	}
	drop_string(&wschat_psr7_message_from(copy)->payload);
	wschat_psr7_put_object(&wschat_psr7_message_from(copy)->body, share_object(Z_OBJ_P(body)));
	RETURN_OBJ(copy);
}

/* ---- the version --------------------------------------------------------- */

ZEND_METHOD(WsChat_Psr7_Request, getProtocolVersion)
{
	struct wschat_psr7_message *message = wschat_psr7_message_from(Z_OBJ_P(ZEND_THIS));

	wschat_psr7_request_settle(message);
	if (message->version) {
		RETURN_STR_COPY(message->version);
	}
	RETURN_STRING("1.1");
}

ZEND_METHOD(WsChat_Psr7_Request, withProtocolVersion)
{
	struct wschat_psr7_message *message = wschat_psr7_message_from(Z_OBJ_P(ZEND_THIS));
	zend_string *version;
	zend_object *copy;
	zval *argument;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &argument) == FAILURE) {
		RETURN_THROWS();
	}
	if (!wschat_psr7_string(argument, 1, &version) || !wschat_psr7_one_line(version, "Protocol version")) {
		RETURN_THROWS();
	}
	wschat_psr7_request_settle(message);
	if (message->version ? zend_string_equals(message->version, version) : zend_string_equals_literal(version, "1.1")) {
		RETURN_OBJ_COPY(&message->std);
	}
	copy = wschat_psr7_clone(&message->std);
	if (!copy) {
		RETURN_THROWS();
	}
	wschat_psr7_put_string(&wschat_psr7_message_from(copy)->version, zend_string_copy(version));
	RETURN_OBJ(copy);
}
