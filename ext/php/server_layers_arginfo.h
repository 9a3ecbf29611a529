/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 2993faec235146ea8d666b3a6884939dea542c5a */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Server_IpBlackList___construct, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, component, Ratchet\\MessageComponentInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Server_IpBlackList_blockAddress, 0, 0, 1)
	ZEND_ARG_INFO(0, ip)
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_Server_IpBlackList_unblockAddress arginfo_class_Ratchet_Server_IpBlackList_blockAddress

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Server_IpBlackList_isBlocked, 0, 0, 1)
	ZEND_ARG_INFO(0, address)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Server_IpBlackList_getBlockedAddresses, 0, 0, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_Server_IpBlackList_filterAddress arginfo_class_Ratchet_Server_IpBlackList_isBlocked

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Server_IpBlackList_onOpen, 0, 0, 1)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Server_IpBlackList_onMessage, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, from, Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_INFO(0, msg)
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_Server_IpBlackList_onClose arginfo_class_Ratchet_Server_IpBlackList_onOpen

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Server_IpBlackList_onError, 0, 0, 2)
	ZEND_ARG_OBJ_INFO(0, conn, Ratchet\\ConnectionInterface, 0)
	ZEND_ARG_OBJ_INFO(0, e, Exception, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Server_FlashPolicy_addAllowedAccess, 0, 0, 1)
	ZEND_ARG_INFO(0, domain)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, ports, "\'*\'")
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, secure, "false")
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_Server_FlashPolicy_clearAllowedAccess arginfo_class_Ratchet_Server_IpBlackList_getBlockedAddresses

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Server_FlashPolicy_setSiteControl, 0, 0, 0)
	ZEND_ARG_INFO_WITH_DEFAULT_VALUE(0, permittedCrossDomainPolicies, "\'all\'")
ZEND_END_ARG_INFO()

#define arginfo_class_Ratchet_Server_FlashPolicy_onOpen arginfo_class_Ratchet_Server_IpBlackList_onOpen

#define arginfo_class_Ratchet_Server_FlashPolicy_onMessage arginfo_class_Ratchet_Server_IpBlackList_onMessage

#define arginfo_class_Ratchet_Server_FlashPolicy_onClose arginfo_class_Ratchet_Server_IpBlackList_onOpen

#define arginfo_class_Ratchet_Server_FlashPolicy_onError arginfo_class_Ratchet_Server_IpBlackList_onError

#define arginfo_class_Ratchet_Server_FlashPolicy_renderPolicy arginfo_class_Ratchet_Server_IpBlackList_getBlockedAddresses

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Server_FlashPolicy_validateSiteControl, 0, 0, 1)
	ZEND_ARG_INFO(0, permittedCrossDomainPolicies)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Server_FlashPolicy_validateDomain, 0, 0, 1)
	ZEND_ARG_INFO(0, domain)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Ratchet_Server_FlashPolicy_validatePorts, 0, 0, 1)
	ZEND_ARG_INFO(0, port)
ZEND_END_ARG_INFO()


ZEND_METHOD(Ratchet_Server_IpBlackList, __construct);
ZEND_METHOD(Ratchet_Server_IpBlackList, blockAddress);
ZEND_METHOD(Ratchet_Server_IpBlackList, unblockAddress);
ZEND_METHOD(Ratchet_Server_IpBlackList, isBlocked);
ZEND_METHOD(Ratchet_Server_IpBlackList, getBlockedAddresses);
ZEND_METHOD(Ratchet_Server_IpBlackList, filterAddress);
ZEND_METHOD(Ratchet_Server_IpBlackList, onOpen);
ZEND_METHOD(Ratchet_Server_IpBlackList, onMessage);
ZEND_METHOD(Ratchet_Server_IpBlackList, onClose);
ZEND_METHOD(Ratchet_Server_IpBlackList, onError);
ZEND_METHOD(Ratchet_Server_FlashPolicy, addAllowedAccess);
ZEND_METHOD(Ratchet_Server_FlashPolicy, clearAllowedAccess);
ZEND_METHOD(Ratchet_Server_FlashPolicy, setSiteControl);
ZEND_METHOD(Ratchet_Server_FlashPolicy, onOpen);
ZEND_METHOD(Ratchet_Server_FlashPolicy, onMessage);
ZEND_METHOD(Ratchet_Server_FlashPolicy, onClose);
ZEND_METHOD(Ratchet_Server_FlashPolicy, onError);
ZEND_METHOD(Ratchet_Server_FlashPolicy, renderPolicy);
ZEND_METHOD(Ratchet_Server_FlashPolicy, validateSiteControl);
ZEND_METHOD(Ratchet_Server_FlashPolicy, validateDomain);
ZEND_METHOD(Ratchet_Server_FlashPolicy, validatePorts);


static const zend_function_entry class_Ratchet_Server_IpBlackList_methods[] = {
	ZEND_ME(Ratchet_Server_IpBlackList, __construct, arginfo_class_Ratchet_Server_IpBlackList___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_IpBlackList, blockAddress, arginfo_class_Ratchet_Server_IpBlackList_blockAddress, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_IpBlackList, unblockAddress, arginfo_class_Ratchet_Server_IpBlackList_unblockAddress, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_IpBlackList, isBlocked, arginfo_class_Ratchet_Server_IpBlackList_isBlocked, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_IpBlackList, getBlockedAddresses, arginfo_class_Ratchet_Server_IpBlackList_getBlockedAddresses, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_IpBlackList, filterAddress, arginfo_class_Ratchet_Server_IpBlackList_filterAddress, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_IpBlackList, onOpen, arginfo_class_Ratchet_Server_IpBlackList_onOpen, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_IpBlackList, onMessage, arginfo_class_Ratchet_Server_IpBlackList_onMessage, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_IpBlackList, onClose, arginfo_class_Ratchet_Server_IpBlackList_onClose, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_IpBlackList, onError, arginfo_class_Ratchet_Server_IpBlackList_onError, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Ratchet_Server_FlashPolicy_methods[] = {
	ZEND_ME(Ratchet_Server_FlashPolicy, addAllowedAccess, arginfo_class_Ratchet_Server_FlashPolicy_addAllowedAccess, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_FlashPolicy, clearAllowedAccess, arginfo_class_Ratchet_Server_FlashPolicy_clearAllowedAccess, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_FlashPolicy, setSiteControl, arginfo_class_Ratchet_Server_FlashPolicy_setSiteControl, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_FlashPolicy, onOpen, arginfo_class_Ratchet_Server_FlashPolicy_onOpen, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_FlashPolicy, onMessage, arginfo_class_Ratchet_Server_FlashPolicy_onMessage, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_FlashPolicy, onClose, arginfo_class_Ratchet_Server_FlashPolicy_onClose, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_FlashPolicy, onError, arginfo_class_Ratchet_Server_FlashPolicy_onError, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_FlashPolicy, renderPolicy, arginfo_class_Ratchet_Server_FlashPolicy_renderPolicy, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_FlashPolicy, validateSiteControl, arginfo_class_Ratchet_Server_FlashPolicy_validateSiteControl, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_FlashPolicy, validateDomain, arginfo_class_Ratchet_Server_FlashPolicy_validateDomain, ZEND_ACC_PUBLIC)
	ZEND_ME(Ratchet_Server_FlashPolicy, validatePorts, arginfo_class_Ratchet_Server_FlashPolicy_validatePorts, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Ratchet_Server_IpBlackList(zend_class_entry *class_entry_Ratchet_MessageComponentInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\Server", "IpBlackList", class_Ratchet_Server_IpBlackList_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	zend_class_implements(class_entry, 1, class_entry_Ratchet_MessageComponentInterface);

	zval property__blacklist_default_value;
	ZVAL_EMPTY_ARRAY(&property__blacklist_default_value);
	zend_string *property__blacklist_name = zend_string_init("_blacklist", sizeof("_blacklist") - 1, 1);
	zend_declare_property_ex(class_entry, property__blacklist_name, &property__blacklist_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property__blacklist_name);

	zval property__decorating_default_value;
	ZVAL_NULL(&property__decorating_default_value);
	zend_string *property__decorating_name = zend_string_init("_decorating", sizeof("_decorating") - 1, 1);
	zend_declare_property_ex(class_entry, property__decorating_name, &property__decorating_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property__decorating_name);

	return class_entry;
}

static zend_class_entry *register_class_Ratchet_Server_FlashPolicy(zend_class_entry *class_entry_Ratchet_MessageComponentInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Ratchet\\Server", "FlashPolicy", class_Ratchet_Server_FlashPolicy_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	zend_class_implements(class_entry, 1, class_entry_Ratchet_MessageComponentInterface);

	zval property__policy_default_value;
	zend_string *property__policy_default_value_str = zend_string_init("<?xml version=\"1.0\"?><!DOCTYPE cross-domain-policy SYSTEM \"http://www.adobe.com/xml/dtds/cross-domain-policy.dtd\"><cross-domain-policy></cross-domain-policy>", strlen("<?xml version=\"1.0\"?><!DOCTYPE cross-domain-policy SYSTEM \"http://www.adobe.com/xml/dtds/cross-domain-policy.dtd\"><cross-domain-policy></cross-domain-policy>"), 1);
	ZVAL_STR(&property__policy_default_value, property__policy_default_value_str);
	zend_string *property__policy_name = zend_string_init("_policy", sizeof("_policy") - 1, 1);
	zend_declare_property_ex(class_entry, property__policy_name, &property__policy_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property__policy_name);

	zval property__access_default_value;
	ZVAL_EMPTY_ARRAY(&property__access_default_value);
	zend_string *property__access_name = zend_string_init("_access", sizeof("_access") - 1, 1);
	zend_declare_property_ex(class_entry, property__access_name, &property__access_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property__access_name);

	zval property__siteControl_default_value;
	ZVAL_EMPTY_STRING(&property__siteControl_default_value);
	zend_string *property__siteControl_name = zend_string_init("_siteControl", sizeof("_siteControl") - 1, 1);
	zend_declare_property_ex(class_entry, property__siteControl_name, &property__siteControl_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property__siteControl_name);

	zval property__cache_default_value;
	ZVAL_EMPTY_STRING(&property__cache_default_value);
	zend_string *property__cache_name = zend_string_init("_cache", sizeof("_cache") - 1, 1);
	zend_declare_property_ex(class_entry, property__cache_name, &property__cache_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property__cache_name);

	zval property__cacheValid_default_value;
	ZVAL_FALSE(&property__cacheValid_default_value);
	zend_string *property__cacheValid_name = zend_string_init("_cacheValid", sizeof("_cacheValid") - 1, 1);
	zend_declare_property_ex(class_entry, property__cacheValid_name, &property__cacheValid_default_value, ZEND_ACC_PROTECTED, NULL);
	zend_string_release(property__cacheValid_name);

	return class_entry;
}
