#include <lcms2.h>

#include "CDelay.h"

static const char library[] = "liblcms2.so.2";

DELAYED(library, cmsBool, cmsCloseProfile, (cmsHPROFILE hProfile), (hProfile))
DELAYED(library, cmsHTRANSFORM, cmsCreateTransform,
        (cmsHPROFILE Input, cmsUInt32Number InputFormat, cmsHPROFILE Output, cmsUInt32Number
         OutputFormat, cmsUInt32Number Intent, cmsUInt32Number dwFlags),
        (Input, InputFormat, Output, OutputFormat, Intent, dwFlags))
DELAYED(library, cmsHPROFILE, cmsCreate_sRGBProfile, (void), ())
DELAYED(library, void, cmsDeleteTransform, (cmsHTRANSFORM hTransform), (hTransform))
DELAYED(library, void, cmsDoTransform,
        (cmsHTRANSFORM Transform, const void *InputBuffer, void *OutputBuffer, cmsUInt32Number
         Size),
        (Transform, InputBuffer, OutputBuffer, Size))
DELAYED(library, cmsColorSpaceSignature, cmsGetColorSpace, (cmsHPROFILE hProfile), (hProfile))
DELAYED(library, cmsProfileClassSignature, cmsGetDeviceClass, (cmsHPROFILE hProfile), (hProfile))
DELAYED(library, int, cmsGetEncodedCMMversion, (void), ())
DELAYED(library, cmsHPROFILE, cmsOpenProfileFromMem,
        (const void *MemPtr, cmsUInt32Number dwSize), (MemPtr, dwSize))
DELAYED(library, cmsBool, cmsSaveProfileToMem,
        (cmsHPROFILE hProfile, void *MemPtr, cmsUInt32Number*BytesNeeded),
        (hProfile, MemPtr, BytesNeeded))
