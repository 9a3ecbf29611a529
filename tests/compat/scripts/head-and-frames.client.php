<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->connect()->request(Peer::upgradeHead() . WsClient::frame(1, 'early'))->frames()->text('late')->frames()->sync()->close()->eof();
};
