/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 1e3740aef9a64c5adf0c492bc312ad5e747bded6 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_WsChat_ListeningSocket___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_WsChat_ListeningSocket_getAddress arginfo_class_WsChat_ListeningSocket___construct

#define arginfo_class_WsChat_ListeningSocket_getAddresses arginfo_class_WsChat_ListeningSocket___construct

#define arginfo_class_WsChat_ListeningSocket_pause arginfo_class_WsChat_ListeningSocket___construct

#define arginfo_class_WsChat_ListeningSocket_resume arginfo_class_WsChat_ListeningSocket___construct

#define arginfo_class_WsChat_ListeningSocket_close arginfo_class_WsChat_ListeningSocket___construct


ZEND_METHOD(WsChat_ListeningSocket, __construct);
ZEND_METHOD(WsChat_ListeningSocket, getAddress);
ZEND_METHOD(WsChat_ListeningSocket, getAddresses);
ZEND_METHOD(WsChat_ListeningSocket, pause);
ZEND_METHOD(WsChat_ListeningSocket, resume);
ZEND_METHOD(WsChat_ListeningSocket, close);


static const zend_function_entry class_WsChat_ListeningSocket_methods[] = {
	ZEND_ME(WsChat_ListeningSocket, __construct, arginfo_class_WsChat_ListeningSocket___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(WsChat_ListeningSocket, getAddress, arginfo_class_WsChat_ListeningSocket_getAddress, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_ListeningSocket, getAddresses, arginfo_class_WsChat_ListeningSocket_getAddresses, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_ListeningSocket, pause, arginfo_class_WsChat_ListeningSocket_pause, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_ListeningSocket, resume, arginfo_class_WsChat_ListeningSocket_resume, ZEND_ACC_PUBLIC)
	ZEND_ME(WsChat_ListeningSocket, close, arginfo_class_WsChat_ListeningSocket_close, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_WsChat_ListeningSocket(zend_class_entry *class_entry_WsChat_Evenement_EventEmitter, zend_class_entry *class_entry_React_Socket_ServerInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "WsChat", "ListeningSocket", class_WsChat_ListeningSocket_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_WsChat_Evenement_EventEmitter);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_React_Socket_ServerInterface);

	return class_entry;
}
