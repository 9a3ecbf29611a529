<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    $talk->ws()->send(WsClient::frame(1, 'one') . WsClient::frame(1, 'two'))->frames(2)->eof();
    $talk->out('closed');
};
