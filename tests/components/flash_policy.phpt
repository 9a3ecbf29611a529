--TEST--
FlashPolicy: alone on any connection; the bytes of a policy, without simplexml, and what is refused
--FILE--
<?php
require __DIR__ . '/mock.inc';
use Ratchet\Server\FlashPolicy;

$conn = new MockConnection;
$policy = new FlashPolicy;
echo "-- nothing is allowed\n";
attempt(fn() => $policy->onMessage($conn, '<policy-file-request/>'));
echo "-- the policy\n";
attempt(fn() => $policy->addAllowedAccess('example.com', '80,8000-8010')->addAllowedAccess('*', '*', true)->addAllowedAccess('http://*.a-b.net', 443, 1));
attempt(fn() => $policy->onOpen($conn));
attempt(fn() => $policy->onMessage($conn, '<policy-file-request/>'));
attempt(fn() => $policy->clearAllowedAccess()->addAllowedAccess('localhost')->setSiteControl('none'));
attempt(fn() => $policy->onMessage($conn, ''));
attempt(fn() => $policy->onMessage($conn, ''));
attempt(fn() => $policy->onClose($conn));
attempt(fn() => $policy->onError($conn, new Exception('e')));

echo "-- refused\n";
foreach (['', 'a b', 'a"b', 'a/b', 'http:/a', 'ftp://a', "a\n", '*.', '**', 'a.*.b', '*.*.b', 'https://A_b.c', '127.0.0.1', 'a:80'] as $domain) {
    echo json_encode($domain, JSON_UNESCAPED_SLASHES), ' ', json_encode($policy->validateDomain($domain)), ', ';
}
echo "\n";
foreach (['', '*', '80', 80, '80-90', '80,90', '80,90-100,7', ',80', '80,', '80--90', '80 ', 'a', '80,*', str_repeat('1', 50000) . 'x'] as $ports) {
    echo json_encode(substr($ports, 0, 12)), ' ', json_encode($policy->validatePorts($ports)), ', ';
}
echo "\n";
attempt(fn() => $policy->addAllowedAccess('a b'));
attempt(fn() => $policy->addAllowedAccess('a', '80,'));
attempt(fn() => $policy->setSiteControl('by-content-type'));
attempt(fn() => $policy->setSiteControl()->validateSiteControl('master-only'));
attempt(fn() => $policy->addAllowedAccess([]));

echo "-- subclasses\n";
class Lax extends FlashPolicy
{
    public function validateDomain($domain) { return true; }
    public function members() { return [$this->_access, $this->_siteControl, $this->_cacheValid]; }
}
$lax = (new Lax)->addAllowedAccess('<"a" & \'b\'>', 1);
attempt(fn() => $lax->onMessage($conn, ''));
echo json_encode($lax->members()), "\n";
class Own extends FlashPolicy
{
    public function renderPolicy() { return new class { function asXML() { return 'own'; } }; }
}
attempt(fn() => (new Own)->onMessage($conn, ''));
class None extends FlashPolicy
{
    public function renderPolicy() { return 'x'; }
}
attempt(fn() => (new None)->onMessage($conn, ''));
class Odd extends FlashPolicy
{
    public function __construct() { $this->_access = ['x', [], ['d', new stdClass]]; }
}
attempt(fn() => (new Odd)->onMessage($conn, ''));
class Changing extends FlashPolicy
{
    public function grow() { $this->_access[] = [new class($this) { function __construct(public $p) {} function __toString() { $this->p->clearAllowedAccess(); return 'x'; } }, '1', true]; }
}
$changing = new Changing;
$changing->grow();
$changing->addAllowedAccess('y');
attempt(fn() => $changing->onMessage($conn, ''));
if (!extension_loaded('simplexml')) {
    attempt(fn() => $policy->renderPolicy());
} else {
    echo "RuntimeException: FlashPolicy::renderPolicy() needs the extension simplexml, which is not loaded\n";
}
?>
--EXPECT--
-- nothing is allowed
UnexpectedValueException: You must add a domain through addAllowedAccess()
-- the policy
= Ratchet\Server\FlashPolicy
= null
send "<?xml version=\"1.0\"?>\n<!DOCTYPE cross-domain-policy SYSTEM \"http://www.adobe.com/xml/dtds/cross-domain-policy.dtd\">\n<cross-domain-policy><site-control permitted-cross-domain-policies=\"all\"/><allow-access-from domain=\"example.com\" to-ports=\"80,8000-8010\" secure=\"false\"/><allow-access-from domain=\"*\" to-ports=\"*\" secure=\"true\"/><allow-access-from domain=\"http://*.a-b.net\" to-ports=\"443\" secure=\"true\"/></cross-domain-policy>\n\u0000"
close
= null
= Ratchet\Server\FlashPolicy
send "<?xml version=\"1.0\"?>\n<!DOCTYPE cross-domain-policy SYSTEM \"http://www.adobe.com/xml/dtds/cross-domain-policy.dtd\">\n<cross-domain-policy><site-control permitted-cross-domain-policies=\"none\"/><allow-access-from domain=\"localhost\" to-ports=\"*\" secure=\"false\"/></cross-domain-policy>\n\u0000"
close
= null
send "<?xml version=\"1.0\"?>\n<!DOCTYPE cross-domain-policy SYSTEM \"http://www.adobe.com/xml/dtds/cross-domain-policy.dtd\">\n<cross-domain-policy><site-control permitted-cross-domain-policies=\"none\"/><allow-access-from domain=\"localhost\" to-ports=\"*\" secure=\"false\"/></cross-domain-policy>\n\u0000"
close
= null
= null
close
= null
-- refused
"" false, "a b" false, "a\"b" false, "a/b" false, "http:/a" false, "ftp://a" false, "a\n" false, "*." false, "**" false, "a.*.b" true, "*.*.b" true, "https://A_b.c" true, "127.0.0.1" true, "a:80" false, 
"" false, "*" true, "80" true, "80" true, "80-90" true, "80,90" true, "80,90-100,7" true, ",80" false, "80," false, "80--90" false, "80 " false, "a" false, "80,*" false, "111111111111" false, 
UnexpectedValueException: Invalid domain
UnexpectedValueException: Invalid Port
UnexpectedValueException: Invalid site control set
= true
TypeError: Ratchet\Server\FlashPolicy::validateDomain(): Argument #1 ($domain) must be of type string, array given
-- subclasses
send "<?xml version=\"1.0\"?>\n<!DOCTYPE cross-domain-policy SYSTEM \"http://www.adobe.com/xml/dtds/cross-domain-policy.dtd\">\n<cross-domain-policy><site-control permitted-cross-domain-policies=\"all\"/><allow-access-from domain=\"&lt;&quot;a&quot; &amp; 'b'&gt;\" to-ports=\"1\" secure=\"false\"/></cross-domain-policy>\n\u0000"
close
= null
[[["<\"a\" & 'b'>",1,false]],"all",true]
send "own\u0000"
close
= null
UnexpectedValueException: None::renderPolicy() must return a SimpleXMLElement, string returned
Error: Object of class stdClass could not be converted to string
send "<?xml version=\"1.0\"?>\n<!DOCTYPE cross-domain-policy SYSTEM \"http://www.adobe.com/xml/dtds/cross-domain-policy.dtd\">\n<cross-domain-policy><site-control permitted-cross-domain-policies=\"all\"/><allow-access-from domain=\"x\" to-ports=\"1\" secure=\"true\"/><allow-access-from domain=\"y\" to-ports=\"*\" secure=\"false\"/></cross-domain-policy>\n\u0000"
close
= null
RuntimeException: FlashPolicy::renderPolicy() needs the extension simplexml, which is not loaded
