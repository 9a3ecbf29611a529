/* SPDX-License-Identifier: MIT
 *
 * Namespace Psr\Http\Message: the interfaces of PSR-7, and native immutable
 * implementations of them in WsChat\Psr7. Here they are registered, and here is
 * what all of them need: casts of arguments, clones, what var_dump() shows.
 *
 * Interfaces that are there already (the extension psr has them) are taken as
 * they are: PHP would silently put ours in their place, under classes that
 * implement the others.
 */
#include "php_wschat.h"

#include "classes.h"
#include "compat.h"
#include "psr7_message.h"

#include "ext/json/php_json.h"
#include "ext/spl/spl_exceptions.h"
#include "zend_exceptions.h"

#include "psr7_arginfo.h"
#include "psr7_classes_arginfo.h"

zend_class_entry *wschat_ce_psr_message;
zend_class_entry *wschat_ce_psr_request;
zend_class_entry *wschat_ce_psr_server_request;
zend_class_entry *wschat_ce_psr_response;
zend_class_entry *wschat_ce_psr_stream;
zend_class_entry *wschat_ce_psr_uri;
zend_class_entry *wschat_ce_psr_uploaded_file;
zend_class_entry *wschat_ce_psr7_request;
zend_class_entry *wschat_ce_psr7_response;
zend_class_entry *wschat_ce_psr7_stream;
zend_class_entry *wschat_ce_psr7_uri;

/* ---- arguments ----------------------------------------------------------- */

bool wschat_psr7_string(zval *value, uint32_t number, zend_string **string)
{
	if (Z_TYPE_P(value) == IS_STRING) {
		*string = Z_STR_P(value);
		return true;
	}
	if (Z_TYPE_P(value) != IS_NULL && wschat_compat_weak_string(value, string, number)) {
		return true;
	}
	if (!EG(exception)) {
		zend_argument_error(spl_ce_InvalidArgumentException, number, "must be of type string, %s given",
		                    zend_zval_type_name(value));
	}
	return false;
}

bool wschat_psr7_long(zval *value, uint32_t number, zend_long *result)
{
	if (Z_TYPE_P(value) == IS_LONG) {
		*result = Z_LVAL_P(value);
		return true;
	}
	if (Z_TYPE_P(value) != IS_NULL && zend_parse_arg_long_weak(value, result, number)) {
		return true;
	}
	if (!EG(exception)) {
		zend_argument_error(spl_ce_InvalidArgumentException, number, "must be of type int, %s given",
		                    zend_zval_type_name(value));
	}
	return false;
}

bool wschat_psr7_one_line(const zend_string *text, const char *what)
{
	if (memchr(ZSTR_VAL(text), '\r', ZSTR_LEN(text)) || memchr(ZSTR_VAL(text), '\n', ZSTR_LEN(text))) {
		zend_throw_exception_ex(spl_ce_InvalidArgumentException, 0,
		                        "%s must not contain CR or LF characters, \"%s\" given", what, ZSTR_VAL(text));
		return false;
	}
	return true;
}

zend_string *wschat_psr7_upper(zend_string *text)
{
	zend_string *upper = zend_string_init(ZSTR_VAL(text), ZSTR_LEN(text), 0);
	size_t i;

	for (i = 0; i < ZSTR_LEN(upper); i++) {
		char byte = ZSTR_VAL(upper)[i];

		if (byte >= 'a' && byte <= 'z') {
			ZSTR_VAL(upper)[i] = (char) (byte - 'a' + 'A');
		}
	}
	return upper;
}

/* ---- objects ------------------------------------------------------------- */

bool wschat_psr7_own(const zend_object *object, const zend_class_entry *ce, const char *lcname, size_t length)
{
	const zend_function *function;

	if (!instanceof_function(object->ce, ce)) {
		return false;
	}
	if (object->ce->type == ZEND_INTERNAL_CLASS) {
		return true;
	}
	function = zend_hash_str_find_ptr(&object->ce->function_table, lcname, length);
	return function && function->type == ZEND_INTERNAL_FUNCTION;
}

zend_object *wschat_psr7_clone(zend_object *object)
{
	zend_object *copy = object->handlers->clone_obj(object);

	if (EG(exception)) {
		OBJ_RELEASE(copy);
		return NULL;
	}
	return copy;
}

HashTable *wschat_psr7_properties(zend_object *object)
{
	return zend_array_dup(zend_std_get_properties(object));
}

void wschat_psr7_show(HashTable *table, const char *name, zval *value)
{
	zend_hash_str_update(table, name, strlen(name), value);
}

void wschat_psr7_show_string(HashTable *table, const char *name, zend_string *value, const char *otherwise)
{
	zval text;

	if (value) {
		ZVAL_STR_COPY(&text, value);
	} else {
		ZVAL_STRING(&text, otherwise);
	}
	wschat_psr7_show(table, name, &text);
}

int wschat_psr7_compare(zval *left, zval *right)
{
	HashTable *one, *other;
	int temporary, result;

	ZEND_COMPARE_OBJECTS_FALLBACK(left, right);
	if (Z_OBJ_P(left) == Z_OBJ_P(right)) {
		return 0;
	}
	if (Z_OBJCE_P(left) != Z_OBJCE_P(right)) {
		return ZEND_UNCOMPARABLE;
	}
	/* A body or URI of the script may lead back here. */
	if (Z_IS_RECURSIVE_P(left)) {
		zend_throw_error(NULL, "Nesting level too deep - recursive dependency?");
		return ZEND_UNCOMPARABLE;
	}
	Z_PROTECT_RECURSION_P(left);
	one = Z_OBJ_HT_P(left)->get_debug_info(Z_OBJ_P(left), &temporary);
	other = Z_OBJ_HT_P(right)->get_debug_info(Z_OBJ_P(right), &temporary);
	result = zend_compare_symbol_tables(one, other);
	zend_array_release(one);
	zend_array_release(other);
	Z_UNPROTECT_RECURSION_P(left);
	return result;
}

/* ---- registration -------------------------------------------------------- */

static zend_class_entry *registered(const char *lcname)
{
	return zend_hash_str_find_ptr(CG(class_table), lcname, strlen(lcname));
}

static void register_interfaces(void)
{
	if (!(wschat_ce_psr_message = registered("psr\\http\\message\\messageinterface"))) {
		wschat_ce_psr_message = register_class_Psr_Http_Message_MessageInterface();
	}
	if (!(wschat_ce_psr_request = registered("psr\\http\\message\\requestinterface"))) {
		wschat_ce_psr_request = register_class_Psr_Http_Message_RequestInterface(wschat_ce_psr_message);
	}
	if (!(wschat_ce_psr_server_request = registered("psr\\http\\message\\serverrequestinterface"))) {
		wschat_ce_psr_server_request = register_class_Psr_Http_Message_ServerRequestInterface(wschat_ce_psr_request);
	}
	if (!(wschat_ce_psr_response = registered("psr\\http\\message\\responseinterface"))) {
		wschat_ce_psr_response = register_class_Psr_Http_Message_ResponseInterface(wschat_ce_psr_message);
	}
	if (!(wschat_ce_psr_stream = registered("psr\\http\\message\\streaminterface"))) {
		wschat_ce_psr_stream = register_class_Psr_Http_Message_StreamInterface();
	}
	if (!(wschat_ce_psr_uri = registered("psr\\http\\message\\uriinterface"))) {
		wschat_ce_psr_uri = register_class_Psr_Http_Message_UriInterface();
	}
	if (!(wschat_ce_psr_uploaded_file = registered("psr\\http\\message\\uploadedfileinterface"))) {
		wschat_ce_psr_uploaded_file = register_class_Psr_Http_Message_UploadedFileInterface();
	}
}

void wschat_psr7_register(void)
{
	register_interfaces();
	wschat_ce_psr7_request = register_class_WsChat_Psr7_Request(wschat_ce_psr_request);
	wschat_ce_psr7_response = register_class_WsChat_Psr7_Response(wschat_ce_psr_response);
	wschat_ce_psr7_uri = register_class_WsChat_Psr7_Uri(wschat_ce_psr_uri, php_json_serializable_ce);
	wschat_ce_psr7_stream = register_class_WsChat_Psr7_Stream(wschat_ce_psr_stream);
	register_class_WsChat_Psr7_Message();
	wschat_psr7_message_startup(wschat_ce_psr7_request, wschat_ce_psr7_response);
	wschat_psr7_uri_startup(wschat_ce_psr7_uri);
	wschat_psr7_stream_startup(wschat_ce_psr7_stream);
}
