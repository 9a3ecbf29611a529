--TEST--
IpBlackList: alone on any connection; the list, and what blocked connections still may
--FILE--
<?php
require __DIR__ . '/mock.inc';
use Ratchet\Server\IpBlackList;

echo "-- the list\n";
$list = new IpBlackList(new MockComponent);
attempt(fn() => $list->blockAddress('10.0.0.1')->blockAddress('::1')->blockAddress('7')->blockAddress('10.0.0.2:80'));
echo json_encode($list->getBlockedAddresses()), "\n";
foreach (['10.0.0.1', '10.0.0.1:80', '10.0.0.1:', '10.0.0.2', '10.0.0.2:80', '10.0.0', '::1', '[::1]:80', '7', '', '1.2.3.4:5:6'] as $address) {
    echo "$address ", json_encode([$list->filterAddress($address), $list->isBlocked($address)], JSON_UNESCAPED_SLASHES), "\n";
}
attempt(fn() => $list->unblockAddress('10.0.0.1:99')->unblockAddress('nobody'));
echo json_encode($list->getBlockedAddresses()), "\n";
attempt(fn() => $list->blockAddress([]));

echo "-- open, or not\n";
attempt(fn() => $list->onOpen(new MockConnection('::1')));
$conn = new MockConnection('10.0.0.1');
attempt(fn() => $list->onOpen($conn));
attempt(fn() => $list->onMessage($conn, 'hello'));
attempt(fn() => $list->onError($conn, new Exception('e')));
attempt(fn() => $list->onClose($conn));
$list->blockAddress('10.0.0.1');
echo "-- blocked since\n";
attempt(fn() => $list->onMessage($conn, 'hello'));
attempt(fn() => $list->onError($conn, new Exception('e')));
attempt(fn() => $list->onClose($conn));

echo "-- subclasses\n";
class Net extends IpBlackList
{
    public function filterAddress($address) { return implode('.', array_slice(explode('.', $address), 0, 3)); }
    public function both() { return [$this->_blacklist, get_class($this->_decorating)]; }
}
$net = (new Net(new MockComponent))->blockAddress('10.0.0');
echo json_encode($net->both()), "\n";
attempt(fn() => $net->onOpen(new MockConnection('10.0.0.77')));
attempt(fn() => $net->onOpen(new MockConnection('10.0.1.77')));
class Nobody extends IpBlackList
{
    public function isBlocked($address) { return $address !== 'friend'; }
}
attempt(fn() => (new Nobody(new MockComponent))->onOpen(new MockConnection('10.0.0.1')));
attempt(fn() => (new Nobody(new MockComponent))->onOpen(new MockConnection('friend')));
class Broken extends IpBlackList
{
    public function __construct() { $this->_blacklist = 'no list'; }
    public function isBlocked($address) { throw new DomainException('isBlocked'); }
}
attempt(fn() => (new Broken)->onOpen(new MockConnection));
attempt(fn() => (new Broken)->onClose(new MockConnection));
attempt(fn() => (new Broken)->blockAddress('x'));
attempt(fn() => (new Broken)->onMessage(new MockConnection, 'x'));
attempt(fn() => (new Broken)->getBlockedAddresses());
attempt(fn() => new IpBlackList(new stdClass));
?>
--EXPECT--
-- the list
= Ratchet\Server\IpBlackList
["10.0.0.1","::1",7,"10.0.0.2:80"]
10.0.0.1 ["10.0.0.1",true]
10.0.0.1:80 ["10.0.0.1",true]
10.0.0.1: ["10.0.0.1",true]
10.0.0.2 ["10.0.0.2",false]
10.0.0.2:80 ["10.0.0.2",false]
10.0.0 ["10.0.0",false]
::1 ["::1",true]
[::1]:80 ["[::1]:80",false]
7 ["7",true]
 ["",false]
1.2.3.4:5:6 ["1.2.3.4",false]
= Ratchet\Server\IpBlackList
["::1",7,"10.0.0.2:80"]
TypeError: Ratchet\Server\IpBlackList::blockAddress(): Argument #1 ($ip) must be of type string, array given
-- open, or not
close
= null
onOpen
= "opened"
onMessage hello
= "told"
onError e
= null
onClose
= null
-- blocked since
onMessage hello
= "told"
= null
= null
-- subclasses
[{"10.0.0":true},"MockComponent"]
close
= null
onOpen
= "opened"
close
= null
onOpen
= "opened"
DomainException: isBlocked
DomainException: isBlocked
LogicException: Broken::$_blacklist must be an array, string given
LogicException: Broken has no component: its constructor must call parent::__construct($component)
= []
TypeError: Ratchet\Server\IpBlackList::__construct(): Argument #1 ($component) must be of type Ratchet\MessageComponentInterface, stdClass given
