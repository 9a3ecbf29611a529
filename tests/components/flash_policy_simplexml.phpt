--TEST--
FlashPolicy: renderPolicy() returns a SimpleXMLElement, which is written as what is sent
--SKIPIF--
<?php require __DIR__ . '/../include/skip.inc'; skip_unless_extension('simplexml');
--FILE--
<?php
require __DIR__ . '/mock.inc';
use Ratchet\Server\FlashPolicy;

class Sent extends MockConnection
{
    public $bytes = '';
    public function send($data) { $this->bytes .= $data; return $this; }
}
class Lax extends FlashPolicy
{
    public function validateDomain($domain) { return true; }
}
$policy = (new Lax)->addAllowedAccess('example.com', 80, true)->addAllowedAccess('<"a" & \'b\'>')->setSiteControl('master-only');
$conn = new Sent;
$policy->onMessage($conn, '');
$element = $policy->renderPolicy();
var_dump(get_class($element), $element->asXML() . "\0" === $conn->bytes, (string) $element->{'allow-access-from'}[0]['to-ports'], count($element->{'allow-access-from'}));
attempt(fn() => (new FlashPolicy)->renderPolicy());

class Document extends FlashPolicy
{
    protected $_policy = '<?xml version="1.0"?><mine><x/></mine>';
}
$conn = new Sent;
(new Document)->addAllowedAccess('a')->onMessage($conn, '');
echo json_encode($conn->bytes, JSON_UNESCAPED_SLASHES), "\n";
class Broken extends FlashPolicy
{
    protected $_policy = '<mine';
}
set_error_handler(fn() => true);
attempt(fn() => (new Broken)->addAllowedAccess('a')->onMessage($conn, ''));
?>
--EXPECT--
close
string(16) "SimpleXMLElement"
bool(true)
string(2) "80"
int(2)
UnexpectedValueException: You must add a domain through addAllowedAccess()
close
"<?xml version=\"1.0\"?>\n<mine><x/><site-control permitted-cross-domain-policies=\"all\"/><allow-access-from domain=\"a\" to-ports=\"*\" secure=\"false\"/></mine>\n\u0000"
Exception: String could not be parsed as XML
