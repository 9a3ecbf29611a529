/* SPDX-License-Identifier: MIT
 *
 * Ratchet\Server\FlashPolicy. What goes out is written here as libxml would
 * write it, so that the server needs no simplexml; only renderPolicy(), and a
 * subclass with a document of its own, do. It refuses to send a policy that
 * allows nothing.
 */
#include "server_layers.h"

#include "classes.h"
#include "gate.h"
#include "regex.h"

#include "zend_exceptions.h"
#include "zend_smart_str.h"

#include "ext/spl/spl_exceptions.h"
#include "ext/standard/html.h"

enum {
	POLICY,
	ACCESS,
	SITE_CONTROL,
	CACHE,
	CACHE_VALID
};

#define DOCTYPE "<!DOCTYPE cross-domain-policy SYSTEM \"http://www.adobe.com/xml/dtds/cross-domain-policy.dtd\">"
#define DOCUMENT "<?xml version=\"1.0\"?>" DOCTYPE "<cross-domain-policy></cross-domain-policy>"

#define SELF wschat_ce_flash_policy

static zval *member(zend_object *policy, uint32_t slot)
{
	zval *value = OBJ_PROP_NUM(policy, slot);

	ZVAL_DEREF(value);
	return value;
}

/* A string from a member, whatever a subclass has put there; a new reference. */
static zend_string *member_string(zend_object *policy, uint32_t slot)
{
	return zval_try_get_string(member(policy, slot));
}

static void invalidate(zend_object *policy)
{
	zval no;

	ZVAL_FALSE(&no);
	zend_update_property(SELF, policy, ZEND_STRL("_cacheValid"), &no);
}

/* ---- what is allowed ---------------------------------------------------------------------- */

/* $this->$lcname($value); a subclass may have its own rules. */
static bool validates(zend_object *policy, const char *lcname, zval *value)
{
	bool valid = false;
	zval result;

	if (wschat_gate_call_method(policy, lcname, strlen(lcname), 1, value, &result)) {
		valid = zend_is_true(&result) && !EG(exception);
	}
	zval_ptr_dtor(&result);
	return valid;
}

static void throw_invalid(const char *message)
{
	if (!EG(exception)) {
		zend_throw_exception(spl_ce_UnexpectedValueException, message, 0);
	}
}

static void add_access(zend_object *policy, zval *domain, zval *ports, bool secure)
{
	zval list, entry, *access = member(policy, ACCESS);

	ZVAL_ARR(&list, Z_TYPE_P(access) == IS_ARRAY ? zend_array_dup(Z_ARRVAL_P(access)) : zend_new_array(1));
	array_init_size(&entry, 3);
	Z_TRY_ADDREF_P(domain);
	add_next_index_zval(&entry, domain);
	Z_TRY_ADDREF_P(ports);
	add_next_index_zval(&entry, ports);
	add_next_index_bool(&entry, secure);
	add_next_index_zval(&list, &entry);
	zend_update_property(SELF, policy, ZEND_STRL("_access"), &list);
	zval_ptr_dtor(&list);
}

ZEND_METHOD(Ratchet_Server_FlashPolicy, addAllowedAccess)
{
	zend_object *policy = Z_OBJ_P(ZEND_THIS);
	zval *domain, *given = NULL, *secure = NULL, ports;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 3), "z|zz", &domain, &given, &secure) == FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_STR(&ports, ZSTR_CHAR('*'));
	if (given) {
		ZVAL_COPY_VALUE(&ports, given);
	}
	if (!validates(policy, "validatedomain", domain)) {
		throw_invalid("Invalid domain");
		RETURN_THROWS();
	}
	if (!validates(policy, "validateports", &ports)) {
		throw_invalid("Invalid Port");
		RETURN_THROWS();
	}
	add_access(policy, domain, &ports, secure && zend_is_true(secure));
	invalidate(policy);
	RETURN_OBJ_COPY(policy);
}

ZEND_METHOD(Ratchet_Server_FlashPolicy, clearAllowedAccess)
{
	zval none;

	ZVAL_EMPTY_ARRAY(&none);
	zend_update_property(SELF, Z_OBJ_P(ZEND_THIS), ZEND_STRL("_access"), &none);
	invalidate(Z_OBJ_P(ZEND_THIS));
	RETURN_OBJ_COPY(Z_OBJ_P(ZEND_THIS));
}

ZEND_METHOD(Ratchet_Server_FlashPolicy, setSiteControl)
{
	zend_object *policy = Z_OBJ_P(ZEND_THIS);
	zval *given = NULL, all;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "|z", &given) == FAILURE) {
		RETURN_THROWS();
	}
	ZVAL_STRING(&all, "all");
	if (validates(policy, "validatesitecontrol", given ? given : &all)) {
		zend_update_property(SELF, policy, ZEND_STRL("_siteControl"), given ? given : &all);
		invalidate(policy);
		RETVAL_OBJ_COPY(policy);
	} else {
		throw_invalid("Invalid site control set");
	}
	zval_ptr_dtor(&all);
}

/* The method's one argument against an expression. */
static void validate(const char *regex, INTERNAL_FUNCTION_PARAMETERS)
{
	zend_string *text;
	zval *value;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "z", &value) == FAILURE) {
		RETURN_THROWS();
	}
	if (Z_TYPE_P(value) == IS_ARRAY) {
		zend_argument_type_error(1, "must be of type string, array given");
		RETURN_THROWS();
	}
	text = zval_try_get_string(value);
	if (text) {
		RETVAL_BOOL(wschat_regex_test(regex, text));
		zend_string_release(text);
	}
}

ZEND_METHOD(Ratchet_Server_FlashPolicy, validateSiteControl)
{
	validate("/^(?:none|master-only|all)$/D", INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_METHOD(Ratchet_Server_FlashPolicy, validateDomain)
{
	/* Any, or labels of which the first ones may be wildcards. */
	validate("~^(?:\\*|(?:https?://)?(?:(?:[a-z0-9_-]+|\\*)\\.)*[a-z0-9_.-]+)$~Di", INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_METHOD(Ratchet_Server_FlashPolicy, validatePorts)
{
	/* Numbers with a comma or a dash between any two of them. */
	validate("/^(?:\\*|\\d++(?:[,-]\\d++)*+)$/D", INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

/* ---- the document --------------------------------------------------------------------------- */

/* Sets the site control if nobody has, and refuses an empty policy. */
static bool complete(zend_object *policy)
{
	zval *access;
	zend_string *control = member_string(policy, SITE_CONTROL);
	bool set;

	if (!control) {
		return false;
	}
	set = ZSTR_LEN(control) > 0;
	zend_string_release(control);
	if (!set && !wschat_gate_call_method(policy, ZEND_STRL("setsitecontrol"), 0, NULL, NULL)) {
		return false;
	}
	access = member(policy, ACCESS);
	if (Z_TYPE_P(access) != IS_ARRAY || zend_hash_num_elements(Z_ARRVAL_P(access)) == 0) {
		zend_throw_exception(spl_ce_UnexpectedValueException, "You must add a domain through addAllowedAccess()", 0);
		return false;
	}
	return true;
}

static bool append_attribute(smart_str *out, const char *name, zval *value)
{
	zend_string *text = zval_try_get_string(value), *escaped;

	if (!text) {
		return false;
	}
	escaped = php_escape_html_entities((const unsigned char *) ZSTR_VAL(text), ZSTR_LEN(text), 0,
	                                   ENT_COMPAT | ENT_SUBSTITUTE, "UTF-8");
	smart_str_append_printf(out, " %s=\"%s\"", name, ZSTR_VAL(escaped));
	zend_string_release(escaped);
	zend_string_release(text);
	return true;
}

/* An element of $_access; what is no list of three says nothing. */
static bool append_access(smart_str *out, zval *entry)
{
	zval *domain, *ports, *secure;

	ZVAL_DEREF(entry);
	if (Z_TYPE_P(entry) != IS_ARRAY) {
		return true;
	}
	domain = zend_hash_index_find_deref(Z_ARRVAL_P(entry), 0);
	ports = zend_hash_index_find_deref(Z_ARRVAL_P(entry), 1);
	secure = zend_hash_index_find_deref(Z_ARRVAL_P(entry), 2);
	if (!domain || !ports) {
		return true;
	}
	smart_str_appends(out, "<allow-access-from");
	if (!append_attribute(out, "domain", domain) || !append_attribute(out, "to-ports", ports)) {
		return false;
	}
	smart_str_append_printf(out, " secure=\"%s\"/>", secure && Z_TYPE_P(secure) == IS_TRUE ? "true" : "false");
	return true;
}

/* The document as libxml writes it; NULL: exception. */
static zend_string *written(zend_object *policy)
{
	smart_str out = {0};
	zval access, *entry;
	bool appended;

	if (!complete(policy)) {
		return NULL;
	}
	smart_str_appends(&out, "<?xml version=\"1.0\"?>\n" DOCTYPE "\n<cross-domain-policy><site-control");
	appended = append_attribute(&out, "permitted-cross-domain-policies", member(policy, SITE_CONTROL));
	smart_str_appends(&out, "/>");
	/* Held, as __toString() of an element may change it. */
	ZVAL_COPY(&access, member(policy, ACCESS));
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL(access), entry) {
		appended = appended && append_access(&out, entry);
	}
	ZEND_HASH_FOREACH_END();
	zval_ptr_dtor(&access);
	smart_str_appends(&out, "</cross-domain-policy>\n");
	if (!appended) {
		smart_str_free(&out);
		return NULL;
	}
	return smart_str_extract(&out);
}

/* A new SimpleXMLElement of a document; false: exception. */
static bool parse_document(zval *element, zend_string *document)
{
	zend_class_entry *ce = zend_hash_str_find_ptr(CG(class_table), ZEND_STRL("simplexmlelement"));
	zval argument;

	if (!ce) {
		zend_throw_exception(spl_ce_RuntimeException,
		                     "FlashPolicy::renderPolicy() needs the extension simplexml, which is not loaded", 0);
		return false;
	}
	if (object_init_ex(element, ce) == FAILURE) {
		return false;
	}
	ZVAL_STR(&argument, document);
	if (!wschat_gate_call_function(ce->constructor, Z_OBJ_P(element), 1, &argument, NULL)) {
		zval_ptr_dtor(element);
		ZVAL_UNDEF(element);
		return false;
	}
	return true;
}

/* $element->addChild($name); NULL: exception. A new reference. */
static zend_object *add_child(zend_object *element, const char *name)
{
	zval argument, result;

	ZVAL_STRING(&argument, name);
	wschat_gate_call_method(element, ZEND_STRL("addchild"), 1, &argument, &result);
	zval_ptr_dtor(&argument);
	if (EG(exception) || Z_TYPE(result) != IS_OBJECT) {
		zval_ptr_dtor(&result);
		return NULL;
	}
	return Z_OBJ(result);
}

static bool add_attribute(zend_object *element, const char *name, zval *value)
{
	zval arguments[2];
	bool added;

	ZVAL_STRING(&arguments[0], name);
	ZVAL_COPY_VALUE(&arguments[1], value);
	added = wschat_gate_call_method(element, ZEND_STRL("addattribute"), 2, arguments, NULL);
	zval_ptr_dtor(&arguments[0]);
	return added;
}

static bool add_element(zend_object *root, zval *entry)
{
	static const char *const names[] = {"domain", "to-ports"};
	zend_object *element = add_child(root, "allow-access-from");
	zval *value, secure;
	zend_ulong i;
	bool added = element != NULL;

	ZVAL_DEREF(entry);
	for (i = 0; added && Z_TYPE_P(entry) == IS_ARRAY && i < 2; i++) {
		value = zend_hash_index_find_deref(Z_ARRVAL_P(entry), i);
		added = !value || add_attribute(element, names[i], value);
	}
	if (added && Z_TYPE_P(entry) == IS_ARRAY) {
		value = zend_hash_index_find_deref(Z_ARRVAL_P(entry), 2);
		ZVAL_STRING(&secure, value && Z_TYPE_P(value) == IS_TRUE ? "true" : "false");
		added = add_attribute(element, "secure", &secure);
		zval_ptr_dtor(&secure);
	}
	if (element) {
		OBJ_RELEASE(element);
	}
	return added;
}

static bool add_elements(zend_object *root, zend_object *policy)
{
	zend_object *control = add_child(root, "site-control");
	zval access, *entry;
	bool added;

	if (!control) {
		return false;
	}
	added = add_attribute(control, "permitted-cross-domain-policies", member(policy, SITE_CONTROL));
	OBJ_RELEASE(control);
	ZVAL_COPY(&access, member(policy, ACCESS));
	if (Z_TYPE(access) == IS_ARRAY) {
		ZEND_HASH_FOREACH_VAL(Z_ARRVAL(access), entry) {
			added = added && add_element(root, entry);
		}
		ZEND_HASH_FOREACH_END();
	}
	zval_ptr_dtor(&access);
	return added;
}

ZEND_METHOD(Ratchet_Server_FlashPolicy, renderPolicy)
{
	zend_object *policy = Z_OBJ_P(ZEND_THIS);
	zend_string *document = complete(policy) ? member_string(policy, POLICY) : NULL;
	bool parsed;

	if (!document) {
		RETURN_THROWS();
	}
	parsed = parse_document(return_value, document);
	zend_string_release(document);
	if (parsed) {
		add_elements(Z_OBJ_P(return_value), policy);
	}
}

/* ---- sending ---------------------------------------------------------------------------------- */

static bool is_plain(zend_object *policy)
{
	const zend_function *render = zend_hash_str_find_ptr(&policy->ce->function_table, ZEND_STRL("renderpolicy"));
	zval *document = member(policy, POLICY);

	return render->common.scope == SELF && Z_TYPE_P(document) == IS_STRING &&
	       zend_string_equals_literal(Z_STR_P(document), DOCUMENT);
}

/* $this->renderPolicy()->asXML(), or the same without simplexml. Undef: exception. */
static void render(zend_object *policy, zval *text)
{
	zend_string *document;
	zval element;

	ZVAL_UNDEF(text);
	if (is_plain(policy)) {
		document = written(policy);
		if (document) {
			ZVAL_STR(text, document);
		}
		return;
	}
	if (wschat_gate_call_method(policy, ZEND_STRL("renderpolicy"), 0, NULL, &element)) {
		if (Z_TYPE(element) == IS_OBJECT) {
			wschat_gate_call_method(Z_OBJ(element), ZEND_STRL("asxml"), 0, NULL, text);
		} else {
			zend_throw_exception_ex(spl_ce_UnexpectedValueException, 0,
			                        "%s::renderPolicy() must return a SimpleXMLElement, %s returned",
			                        ZSTR_VAL(policy->ce->name), zend_zval_type_name(&element));
		}
	}
	zval_ptr_dtor(&element);
	if (EG(exception)) {
		zval_ptr_dtor(text);
		ZVAL_UNDEF(text);
	}
}

/* What is sent, with the NUL at its end; NULL: exception. */
static zend_string *answer(zend_object *policy)
{
	zend_string *cache, *text = NULL;
	zval rendered, yes;

	if (!zend_is_true(member(policy, CACHE_VALID))) {
		render(policy, &rendered);
		if (Z_TYPE(rendered) == IS_UNDEF) {
			return NULL;
		}
		ZVAL_TRUE(&yes);
		zend_update_property(SELF, policy, ZEND_STRL("_cache"), &rendered);
		zend_update_property(SELF, policy, ZEND_STRL("_cacheValid"), &yes);
		zval_ptr_dtor(&rendered);
	}
	cache = EG(exception) ? NULL : member_string(policy, CACHE);
	if (cache) {
		text = zend_string_concat2(ZSTR_VAL(cache), ZSTR_LEN(cache), "\0", 1);
		zend_string_release(cache);
	}
	return text;
}

ZEND_METHOD(Ratchet_Server_FlashPolicy, onMessage)
{
	zval *from, *message, argument;
	zend_string *text;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "Oz", &from, wschat_ce_connection_interface, &message) ==
	    FAILURE) {
		RETURN_THROWS();
	}
	text = answer(Z_OBJ_P(ZEND_THIS));
	if (!text) {
		RETURN_THROWS();
	}
	ZVAL_STR(&argument, text);
	if (wschat_gate_call_method(Z_OBJ_P(from), ZEND_STRL("send"), 1, &argument, NULL)) {
		wschat_gate_call_method(Z_OBJ_P(from), ZEND_STRL("close"), 0, NULL, NULL);
	}
	zval_ptr_dtor(&argument);
}

ZEND_METHOD(Ratchet_Server_FlashPolicy, onOpen)
{
	zval *conn;

	zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &conn, wschat_ce_connection_interface);
}

ZEND_METHOD(Ratchet_Server_FlashPolicy, onClose)
{
	zval *conn;

	zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 1), "O", &conn, wschat_ce_connection_interface);
}

ZEND_METHOD(Ratchet_Server_FlashPolicy, onError)
{
	zval *conn, *exception;

	if (zend_parse_parameters(MIN(ZEND_NUM_ARGS(), 2), "OO", &conn, wschat_ce_connection_interface, &exception,
	                          zend_ce_exception) == FAILURE) {
		RETURN_THROWS();
	}
	wschat_gate_call_method(Z_OBJ_P(conn), ZEND_STRL("close"), 0, NULL, NULL);
}
